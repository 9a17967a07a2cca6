package dev.tickmark.intake;

import java.util.List;

/**
 * A row of a sheet that is not blank.
 *
 * @param line its number, counted from 1
 * @param hidden whether a person does not see it
 * @param cells its cells that are not blank, from left to right
 */
record SheetRow(int line, boolean hidden, List<Cell> cells) {

	/** How many columns it needs. */
	int width() {
		return this.cells.isEmpty() ? 0 : this.cells.getLast().position() + 1;
	}

	/**
	 * A cell.
	 *
	 * @param position its column, counted from 0
	 */
	record Cell(int position, CellValue value) {

	}

	/** The letters that a column has in a sheet: A for 0, AA for 26. */
	static String letters(int position) {
		String letters = "";
		for (int left = position + 1; left > 0; left = (left - 1) / 26) {
			letters = (char) ('A' + (left - 1) % 26) + letters;
		}
		return letters;
	}

}
