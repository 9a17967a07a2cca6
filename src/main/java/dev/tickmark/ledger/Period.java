package dev.tickmark.ledger;

import java.time.Instant;

/**
 * A time that has a beginning and an end.
 *
 * @param from the first instant of it
 * @param to the first instant after it
 */
public record Period(Instant from, Instant to) {

	public Period {
		if (!from.isBefore(to)) {
			throw new IllegalArgumentException("a period ends after it begins; this one is from " + from + " to " + to);
		}
	}

	public boolean contains(Instant instant) {
		return !instant.isBefore(this.from) && instant.isBefore(this.to);
	}

}
