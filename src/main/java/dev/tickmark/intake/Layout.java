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
 */
public record Layout(Format format, List<String> header, Map<Column, Integer> positions) {

	public Layout {
		header = List.copyOf(header);
		EnumMap<Column, Integer> known = new EnumMap<>(Column.class);
		known.putAll(positions);
		positions = Collections.unmodifiableMap(known);
	}

	/** How this file writes the name of a column; null when it has no such column. */
	public @Nullable String written(Column column) {
		Integer position = this.positions.get(column);
		return (position != null) ? this.header.get(position) : null;
	}

}
