package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The one sheet of a workbook that is read, with all that its cells refer to. */
final class WorkbookSheet implements AutoCloseable {

	/** So many other sheets are looked into. */
	private static final int MOST_OTHERS = 50;

	/** So far another sheet is looked for a value. */
	private static final int MOST_ELEMENTS = 100_000;

	private final Path file;

	private final WorkbookArchive archive;

	private final Workbook workbook;

	private final Workbook.Sheet sheet;

	private final SharedTexts texts;

	private final SheetCells cells;

	private WorkbookSheet(Path file, WorkbookArchive archive, Workbook workbook, Workbook.Sheet sheet,
			SharedTexts texts) throws UnreadableFile {
		this.file = file;
		this.archive = archive;
		this.workbook = workbook;
		this.sheet = sheet;
		this.texts = texts;
		CellFormats formats = CellFormats.of(file, archive, workbook.styles());
		CellReader reader = new CellReader(file, texts, formats, workbook.from1904());
		this.cells = new SheetCells(file, archive, sheet.part(), reader, SheetCells.MOST_CELLS);
	}

	static WorkbookSheet open(Path file, WorkbookArchive archive, String name) throws UnreadableFile {
		Workbook workbook = Workbook.of(file, archive);
		Workbook.Sheet sheet = workbook.sheet(file, name);
		SharedTexts texts = SharedTexts.of(file, archive, workbook.texts());
		try {
			return new WorkbookSheet(file, archive, workbook, sheet, texts);
		}
		catch (UnreadableFile | RuntimeException ex) {
			texts.close();
			throw ex;
		}
	}

	SheetCells cells() {
		return this.cells;
	}

	/** A remark on the sheets that are not read although they have content. */
	List<String> others() {
		List<Workbook.Sheet> others = new ArrayList<>();
		for (Workbook.Sheet other : this.workbook.sheets()
			.subList(0, Math.min(MOST_OTHERS, this.workbook.sheets().size()))) {
			if (!other.equals(this.sheet) && hasContent(other)) {
				others.add(other);
			}
		}
		return others.isEmpty() ? List.of() : List.of("Only the sheet " + this.sheet.shown()
				+ " was read. The workbook has other sheets with content: " + WorkbookFaults.names(others) + ".");
	}

	private boolean hasContent(Workbook.Sheet other) {
		try (XmlPart xml = XmlPart.open(this.file, this.archive, other.part(), Workbook.SMALL_PART)) {
			for (int i = 0; i < MOST_ELEMENTS && xml.nextElement(); i++) {
				if (xml.element().equals("v") || xml.element().equals("is")) {
					return true;
				}
			}
			return false;
		}
		catch (UnreadableFile _) {
			// Nobody asked for it
			return false;
		}
	}

	@Override
	public void close() throws UnreadableFile {
		try (this.texts) {
			this.cells.close();
		}
	}

}
