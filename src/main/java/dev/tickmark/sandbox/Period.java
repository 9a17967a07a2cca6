package dev.tickmark.sandbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The time that a statement is asked for.
 *
 * @param from the first instant of it
 * @param to the first instant after it
 */
record Period(Instant from, Instant to) {

	/**
	 * The period that the parameters {@code from} and {@code to} of a query name: dates,
	 * which begin at midnight UTC, or instants, or nothing.
	 * @throws IllegalArgumentException with a sentence when they name none
	 */
	static Period of(Map<String, String> query) {
		Instant from = instant(query, "from");
		Instant to = instant(query, "to");
		Period period = new Period((from != null) ? from : Instant.MIN, (to != null) ? to : Instant.MAX);
		if (!period.from.isBefore(period.to)) {
			throw new IllegalArgumentException("from must be earlier than to, which is not included.");
		}
		return period;
	}

	boolean includes(Instant time) {
		return !time.isBefore(this.from) && time.isBefore(this.to);
	}

	private static @Nullable Instant instant(Map<String, String> query, String name) {
		String value = query.get(name);
		if (value == null) {
			return null;
		}
		try {
			return value.contains("T") ? Instant.parse(value)
					: LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException(
					name + " must be a date such as 2026-01-31 or an instant such as 2026-01-31T12:00:00Z.", ex);
		}
	}

}
