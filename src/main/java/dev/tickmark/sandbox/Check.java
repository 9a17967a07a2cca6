package dev.tickmark.sandbox;

import java.time.Duration;

/** Checks settings; every message names the key, below a provider or the defaults. */
final class Check {

	private static final Duration LONGEST = Duration.ofDays(1);

	private Check() {
	}

	static void that(boolean fits, String key, String problem) {
		if (!fits) {
			throw new IllegalArgumentException("tickmark.sandbox.(defaults|providers.<name>)." + key + " " + problem);
		}
	}

	static void span(Duration span, String key) {
		that(!span.isNegative() && span.compareTo(LONGEST) <= 0, key, "must be from 0 to one day, not " + span);
	}

}
