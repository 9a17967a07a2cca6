package dev.tickmark.intake;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Column;

/**
 * How a payee file is laid out.
 *
 * @param format its format
 * @param header the names of all columns, as the file writes them and in its order
 * @param positions where the columns that mean something to us are, counted from 0
 * @param fixed what is the same for every row, whatever the file has
 * @param notation how dates are written
 */
public record Layout(Format format, List<String> header, Map<Column, Integer> positions, Map<Column, String> fixed,
		Notation notation) {

	public Layout {
		header = List.copyOf(header);
		positions = copy(positions);
		fixed = copy(fixed);
	}

	/** Whether there is a value for a column, in the file or fixed. */
	boolean has(Column column) {
		return this.positions.containsKey(column) || this.fixed.containsKey(column);
	}

	/** How this file writes the name of a column; null when it has no such column. */
	public @Nullable String written(Column column) {
		Integer position = this.positions.get(column);
		return (position != null) ? this.header.get(position) : null;
	}

	private static <V> Map<Column, V> copy(Map<Column, V> map) {
		EnumMap<Column, V> copy = new EnumMap<>(Column.class);
		copy.putAll(map);
		return Collections.unmodifiableMap(copy);
	}

}
