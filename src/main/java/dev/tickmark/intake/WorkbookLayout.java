package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.List;

/**
 * Finds out how the sheet of a workbook is laid out: its first row that is not blank
 * tells.
 */
final class WorkbookLayout {

	private WorkbookLayout() {
	}

	/**
	 * The layout of a sheet.
	 * @param input may name it, in any case; otherwise it is the first one that is not
	 * hidden
	 */
	static <L> L find(Path file, Input input, Table<L> table) throws UnreadableFile {
		String sheet;
		try (WorkbookArchive archive = WorkbookArchive.open(file)) {
			sheet = Workbook.of(file, archive).sheet(file, input.sheet()).name();
		}
		Format format = new Format.Workbook(sheet, null);
		try (Records records = Records.of(file, format)) {
			Records.Found first = records.next();
			if (first == null) {
				throw new UnreadableFile(file,
						Wording.of(
								"has nothing in its sheet \"{}\". A header with the names of the columns is expected"
										+ " there, and one row for each " + table.about() + ".",
								Shown.text(sheet, 40)));
			}
			if (input.header()) {
				return table.heading(file, first).layout(format);
			}
			List<String> names = table.names(first.fields().size());
			return table.heading(file, Records.Found.of(1, 1, names)).layout(new Format.Workbook(sheet, names));
		}
	}

}
