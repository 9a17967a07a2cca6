package dev.tickmark.payee;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Who is to be paid and where, with every value already normalised: account numbers
 * without spaces, codes in upper case, the type as {@code PERSONAL} or {@code BUSINESS},
 * dates as {@code yyyy-MM-dd}. Blank values are absent.
 *
 * @param values the values that are present, by column
 */
public record Payee(Map<Column, String> values) {

	public Payee {
		EnumMap<Column, String> present = new EnumMap<>(Column.class);
		values.forEach((column, value) -> {
			if (!value.isBlank()) {
				present.put(column, value);
			}
		});
		values = Collections.unmodifiableMap(present);
	}

	public @Nullable String get(Column column) {
		return this.values.get(column);
	}

	/** The value of a column that routing has made sure of. */
	public String require(Column column) {
		return Objects.requireNonNull(this.values.get(column), () -> "no " + column.header());
	}

	public boolean has(Column... columns) {
		for (Column column : columns) {
			if (!this.values.containsKey(column)) {
				return false;
			}
		}
		return true;
	}

	/** With nothing but the values of these columns. */
	public Payee only(Set<Column> columns) {
		Map<Column, String> kept = new EnumMap<>(Column.class);
		this.values.forEach((column, value) -> {
			if (columns.contains(column)) {
				kept.put(column, value);
			}
		});
		return new Payee(kept);
	}

	/** With another value of a column. */
	public Payee with(Column column, String value) {
		Map<Column, String> changed = new EnumMap<>(Column.class);
		changed.putAll(this.values);
		changed.put(column, value);
		return new Payee(changed);
	}

	/** The whole name: {@code name}, or first, middle and last name put together. */
	public @Nullable String fullName() {
		String name = get(Column.NAME);
		if (name != null) {
			return name;
		}
		String joined = Stream.of(Column.FIRST_NAME, Column.MIDDLE_NAME, Column.LAST_NAME)
			.map(this.values::get)
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" "));
		return joined.isEmpty() ? null : joined;
	}

	public @Nullable PayeeType type() {
		String type = get(Column.TYPE);
		return (type != null) ? PayeeType.valueOf(type) : null;
	}

	/** Names the columns only: a payee's details belong in no log. */
	@Override
	public String toString() {
		return "Payee" + this.values.keySet();
	}

}
