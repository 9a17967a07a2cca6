package dev.tickmark.intake;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Column;

/** Takes the cells of a payee file. */
final class PayeeCells implements CellTaking {

	private final Map<Integer, Column> columns = new HashMap<>();

	/**
	 * @param positions where the columns that mean something to us are, counted from 0
	 */
	PayeeCells(Map<Column, Integer> positions) {
		positions.forEach((column, position) -> this.columns.put(position, column));
	}

	@Override
	public @Nullable String flaw(int position, CellValue value) {
		Column column = this.columns.get(position);
		return (column != null) ? CellRule.flaw(column, value) : null;
	}

}
