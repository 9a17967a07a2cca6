package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet from top to bottom. Blank rows are passed over, however many there
 * are: spreadsheets keep the format of cells that nobody ever filled.
 */
final class SheetCells implements AutoCloseable {

	/** How many cells are looked at, empty ones included. */
	static final long MOST_CELLS = 100_000_000;

	/** How many characters the cells of a sheet may have together. */
	private static final long MOST_CHARACTERS = 4_000_000_000L;

	private static final long LONGEST_PART = 8L << 30;

	private static final int LAST_ROW = 1_048_576;

	private static final int COLUMNS = 16_384;

	private final Path file;

	private final XmlPart xml;

	private final CellReader reader;

	private final SheetMarks marks = new SheetMarks();

	private final long mostCells;

	private long cells;

	private long characters;

	private int line;

	SheetCells(Path file, WorkbookArchive archive, String part, CellReader reader, long mostCells)
			throws UnreadableFile {
		this.file = file;
		this.xml = XmlPart.open(file, archive, part, LONGEST_PART);
		this.reader = reader;
		this.mostCells = mostCells;
	}

	/** The next row that is not blank; null when there are no more. */
	@Nullable SheetRow next() throws UnreadableFile {
		while (this.xml.nextElement()) {
			switch (this.xml.element()) {
				case "row" -> {
					SheetRow row = row();
					if (!row.cells().isEmpty()) {
						return row;
					}
				}
				case "col" -> this.marks.column(this.xml);
				case "mergeCell" -> this.marks.merged(this.xml.attribute("ref"));
				default -> {
					// how it looks
				}
			}
		}
		return null;
	}

	/** What is known of the sheet beside its cells; complete at the end. */
	SheetMarks marks() {
		return this.marks;
	}

	private SheetRow row() throws UnreadableFile {
		int number = number(this.xml.attribute("r"), this.line + 1);
		if (number <= this.line || number > LAST_ROW) {
			throw WorkbookFaults.damaged(this.file, "after row " + this.line + " of the sheet comes row " + number);
		}
		this.line = number;
		boolean hidden = this.xml.says("hidden");
		List<SheetRow.Cell> found = new ArrayList<>();
		int previous = -1;
		long before = this.characters;
		while (this.xml.nextWithin("row")) {
			if (!this.xml.element().equals("c")) {
				this.xml.skipElement();
				continue;
			}
			int position = position(this.xml.attribute("r"), previous);
			previous = position;
			refuseEndless();
			CellValue value = this.reader.read(this.xml, this.line, position);
			if (value != null) {
				found.add(new SheetRow.Cell(position, value));
				this.characters += value.text().length();
				refuseLong(before);
			}
		}
		return new SheetRow(this.line, hidden, found);
	}

	/**
	 * Where a cell is: {@code C5} is in the column 2. Without that it follows the one
	 * before.
	 */
	private int position(@Nullable String reference, int previous) throws UnreadableFile {
		int position = previous + 1;
		if (reference != null) {
			int column = 0;
			for (int i = 0; i < reference.length() && reference.charAt(i) >= 'A' && column <= COLUMNS; i++) {
				column = 26 * column + (reference.charAt(i) - 'A' + 1);
			}
			position = column - 1;
		}
		if (position <= previous || position >= COLUMNS) {
			throw WorkbookFaults.damaged(this.file, "the cells of row " + this.line + " are not in order");
		}
		return position;
	}

	private void refuseEndless() throws UnreadableFile {
		this.cells++;
		if (this.cells > this.mostCells) {
			throw new UnreadableFile(this.file, this.line,
					"the sheet has more than " + this.mostCells
							+ " cells up to here, most of them probably empty and only formatted. "
							+ "Copy the rows with payees into a new workbook.");
		}
	}

	private void refuseLong(long before) throws UnreadableFile {
		if (this.characters - before > BoundedReader.BOUND) {
			throw new UnreadableFile(this.file, this.line, "the row is longer than " + (BoundedReader.BOUND / 1_000_000)
					+ " million characters. Shorten the texts in it.");
		}
		if (this.characters > MOST_CHARACTERS) {
			throw new UnreadableFile(this.file, this.line, "the sheet has more than " + (MOST_CHARACTERS / 1_000_000)
					+ " million characters up to here. Divide it.");
		}
	}

	private static int number(@Nullable String text, int otherwise) {
		try {
			return (text != null) ? Integer.parseInt(text) : otherwise;
		}
		catch (NumberFormatException _) {
			return 0;
		}
	}

	@Override
	public void close() throws UnreadableFile {
		this.xml.close();
	}

}
