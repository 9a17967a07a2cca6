package dev.tickmark.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Column;

/** Finds the columns that mean something among the names of a header. */
final class Positions {

	private final List<String> names;

	private final Map<Column, Source> sources;

	private final EnumMap<Column, Integer> found = new EnumMap<>(Column.class);

	private final List<String> missing = new ArrayList<>();

	private Positions(List<String> names, Map<Column, Source> sources) {
		this.names = names;
		this.sources = sources;
	}

	/**
	 * Looks for each column: where its source says, or else by its own name.
	 */
	static Positions of(List<String> names, Map<Column, Source> sources) {
		Positions positions = new Positions(names, sources);
		sources.forEach(positions::map);
		positions.ownNames();
		return positions;
	}

	Map<Column, Integer> found() {
		return Collections.unmodifiableMap(this.found);
	}

	/** What the job definition names and the file does not have, or has twice. */
	List<String> missing() {
		return List.copyOf(this.missing);
	}

	private void map(Column column, Source source) {
		if (source instanceof Source.Fixed || source instanceof Source.Nowhere) {
			// needs no column
			return;
		}
		List<Integer> places = Places.of(this.names, source);
		if (places.size() == 1) {
			this.found.put(column, places.getFirst());
		}
		else {
			this.missing.add(Places.fault(source, column.header(), places));
		}
	}

	private void ownNames() {
		for (int i = 0; i < this.names.size(); i++) {
			@Nullable Column own = Column.named(this.names.get(i)).orElse(null);
			if (own != null && !this.sources.containsKey(own) && !this.found.containsValue(i)) {
				this.found.put(own, i);
			}
		}
	}

}
