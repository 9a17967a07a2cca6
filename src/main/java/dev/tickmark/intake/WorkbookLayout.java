package dev.tickmark.intake;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Finds out how the sheet of a workbook is laid out: its first row that is not blank
 * tells.
 */
final class WorkbookLayout {

	private WorkbookLayout() {
	}

	/**
	 * The layout of a sheet.
	 * @param name the sheet's name in any case; null for the first one that is not hidden
	 */
	static Layout find(Path file, @Nullable String name) throws UnreadableFile {
		String sheet;
		try (WorkbookArchive archive = WorkbookArchive.open(file)) {
			sheet = Workbook.of(file, archive).sheet(file, name).name();
		}
		Format format = new Format.Workbook(sheet);
		try (Records records = Records.of(file, format)) {
			Records.Found first = records.next();
			if (first == null) {
				throw new UnreadableFile(file, "has nothing in its sheet \"" + Shown.text(sheet, 40)
						+ "\". A header with the names of the columns is expected there, and one row for each payee.");
			}
			return new Header(file, first).layout(format);
		}
	}

}
