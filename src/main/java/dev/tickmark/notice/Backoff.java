package dev.tickmark.notice;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** After what time a notice is tried again. */
final class Backoff {

	private static final Duration FIRST = Duration.ofSeconds(15);

	private static final Duration LONGEST = Duration.ofHours(2);

	/** So that a weekend with a mail server that is down loses nothing: four days. */
	static final int MOST = 55;

	private Backoff() {
	}

	/** The time until the next attempt; null when it is given up. */
	static @Nullable Duration after(int attempts) {
		if (attempts >= MOST) {
			return null;
		}
		Duration wait = FIRST.multipliedBy(1L << Math.min(attempts - 1, 20));
		return (wait.compareTo(LONGEST) < 0) ? wait : LONGEST;
	}

}
