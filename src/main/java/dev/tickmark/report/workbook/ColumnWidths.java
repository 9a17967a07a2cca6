package dev.tickmark.report.workbook;

import java.util.List;

/**
 * How wide columns are: as their header or one of the first rows needs it, within bounds.
 * Measuring every row with its font would take longer than writing it.
 */
final class ColumnWidths {

	/** So many rows are looked at. */
	private static final int ROWS = 500;

	private static final int NARROWEST = 8;

	private static final int WIDEST = 48;

	/**
	 * Room for the margins of a cell and, beside a header, for the sign of its filter.
	 */
	private static final int MARGIN = 2;

	private static final int FILTER = 2;

	/** Widths are given in parts of a character. */
	private static final int PARTS = 256;

	private final int[] characters;

	private int seen;

	ColumnWidths(List<String> header) {
		this.characters = new int[header.size()];
		for (int i = 0; i < this.characters.length; i++) {
			this.characters[i] = header.get(i).length() + FILTER;
		}
	}

	/** Makes room for texts that may still come. */
	void atLeast(int column, int length) {
		this.characters[column] = Math.max(this.characters[column], length);
	}

	void see(List<String> row) {
		if (this.seen < ROWS) {
			this.seen++;
			for (int i = 0; i < this.characters.length; i++) {
				this.characters[i] = Math.max(this.characters[i], row.get(i).length());
			}
		}
	}

	/** The width of a column, in 1/256 of a character. */
	int of(int column) {
		return Math.clamp(this.characters[column] + MARGIN, NARROWEST, WIDEST) * PARTS;
	}

}
