package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A workbook in the format of ISO/IEC 29500 (XLSX): which sheets it has, and in which
 * parts of the archive they are.
 *
 * @param sheets its sheets, in order; those that are charts or macros left out
 * @param from1904 whether it counts days from 1904 and not from 1900
 * @param texts the part with the texts that cells share; null when there is none
 * @param styles the part with the formats of cells; null when there is none
 */
record Workbook(List<Sheet> sheets, boolean from1904, @Nullable String texts, @Nullable String styles) {

	/** So many bytes a part may have that is read as a whole. */
	static final long SMALL_PART = 32L << 20;

	/** So many sheets a workbook may have. */
	private static final int MOST_SHEETS = 2_000;

	/** Looks which sheets there are, and refuses what is no plain workbook. */
	static Workbook of(Path file, WorkbookArchive archive) throws UnreadableFile {
		String main = WorkbookKind.mainPart(file, archive);
		WorkbookLinks links = WorkbookLinks.of(file, archive, main);
		boolean from1904 = false;
		List<Sheet> sheets = new ArrayList<>();
		try (XmlPart xml = XmlPart.open(file, archive, main, SMALL_PART)) {
			while (xml.nextElement()) {
				switch (xml.element()) {
					case "workbookPr" -> from1904 = xml.says("date1904");
					case "sheet" -> {
						String name = xml.attribute("name");
						String part = links.worksheet(xml.attribute("id"));
						String state = xml.attribute("state");
						if (name != null && part != null && sheets.size() < MOST_SHEETS) {
							sheets.add(new Sheet(name, state == null || state.equals("visible"), part));
						}
					}
					default -> {
						// says nothing of the payees
					}
				}
			}
		}
		return new Workbook(sheets, from1904, links.texts(), links.styles());
	}

	/**
	 * The sheet to be read.
	 * @param name its name in any case; null for the first one that is not hidden
	 */
	Sheet sheet(Path file, @Nullable String name) throws UnreadableFile {
		if (this.sheets.isEmpty()) {
			throw new UnreadableFile(file, "has no sheet with cells. One with a row for each payee is expected.");
		}
		for (Sheet sheet : this.sheets) {
			if ((name != null) ? sheet.name().equalsIgnoreCase(name) : sheet.visible()) {
				return sheet;
			}
		}
		if (name != null) {
			throw WorkbookFaults.noSuchSheet(file, name, this.sheets);
		}
		throw new UnreadableFile(file,
				Wording.of("has hidden sheets only")
					.then(new Wording(": " + WorkbookFaults.names(this.sheets), ""))
					.then(". Show the one with the payees."));
	}

	/**
	 * A sheet.
	 *
	 * @param visible whether a person sees it
	 * @param part the part with its cells
	 */
	record Sheet(String name, boolean visible, String part) {

		/** Its name as a message shows it. */
		String shown() {
			return "\"" + Shown.text(this.name, 40) + "\"" + (this.visible ? "" : " (hidden)");
		}

	}

}
