package dev.tickmark.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
		switch (source) {
			case Source.Named named -> {
				Set<String> plain = named.names().stream().map(Column::plain).collect(Collectors.toSet());
				take(column, matching((name) -> plain.contains(Column.plain(name))),
						"named " + String.join(" or ", named.names()));
			}
			case Source.Like like -> take(column, matching((name) -> like.form().matcher(name.strip()).matches()),
					"whose name has the form " + like.form());
			case Source.At at ->
				take(column, (at.position() <= this.names.size()) ? List.of(at.position() - 1) : List.of(),
						"number " + at.position());
			case Source.Fixed _ -> {
				// needs no column
			}
		}
	}

	private void take(Column column, List<Integer> places, String described) {
		if (places.size() == 1) {
			this.found.put(column, places.getFirst());
			return;
		}
		this.missing.add(places.isEmpty() ? "no column " + described + " for " + column.header()
				: "more than one column " + described + " for " + column.header() + ": "
						+ places.stream().map((place) -> "number " + (place + 1)).collect(Collectors.joining(", ")));
	}

	private List<Integer> matching(Name name) {
		List<Integer> places = new ArrayList<>();
		for (int i = 0; i < this.names.size(); i++) {
			if (name.fits(this.names.get(i))) {
				places.add(i);
			}
		}
		return places;
	}

	private void ownNames() {
		for (int i = 0; i < this.names.size(); i++) {
			@Nullable Column own = Column.named(this.names.get(i)).orElse(null);
			if (own != null && !this.sources.containsKey(own) && !this.found.containsValue(i)) {
				this.found.put(own, i);
			}
		}
	}

	@FunctionalInterface
	private interface Name {

		boolean fits(String name);

	}

}
