package dev.tickmark.intake;

import org.jspecify.annotations.Nullable;

/** How the cells of a workbook are taken: what is expected in their column decides. */
@FunctionalInterface
interface CellTaking {

	/**
	 * What is wrong with a value in a way that its text does not tell; null when nothing
	 * is.
	 * @param position its column, counted from 0
	 */
	@Nullable String flaw(int position, CellValue value);

	/** The value as a table in text would have it. */
	default String text(int position, CellValue value) {
		return value.text();
	}

}
