package dev.tickmark.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a statement is laid out.
 *
 * @param header the names of all columns, as the file writes them and in its order
 * @param positions where the columns that mean something to us are, counted from 0
 * @param mapping what the definition says of it
 */
record StatementLayout(Format format, List<String> header, Map<StatementColumn, Integer> positions,
		StatementMapping mapping) {

	StatementLayout {
		header = List.copyOf(header);
		Map<StatementColumn, Integer> copy = new EnumMap<>(StatementColumn.class);
		copy.putAll(positions);
		positions = Collections.unmodifiableMap(copy);
	}

	boolean has(StatementColumn column) {
		return this.positions.containsKey(column);
	}

	/** How this file writes the name of a column, for a message. */
	String shown(StatementColumn column) {
		Integer position = this.positions.get(column);
		return (position != null) ? Shown.column(this.header.get(position)) : column.written();
	}

	StatementTimes times() {
		List<String> patterns = new ArrayList<>(this.mapping.times());
		patterns.addAll(this.mapping.input().notation().dates());
		return new StatementTimes(patterns, this.mapping.zone());
	}

}
