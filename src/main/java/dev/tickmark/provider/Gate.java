package dev.tickmark.provider;

import java.time.Duration;
import java.time.Instant;

/**
 * Keeps a lane shut for as long as its provider asked for, and longer each time when it
 * says no again right after.
 */
final class Gate {

	private static final Duration FIRST = Duration.ofSeconds(1);

	private static final Duration LONGEST = Duration.ofMinutes(1);

	private Instant shutSince = Instant.MIN;

	private Instant shutUntil = Instant.MIN;

	private Duration next = FIRST;

	private int count;

	/**
	 * Shuts the gate.
	 * @param asked how long the provider asked for
	 * @param sentAt when the refused call was sent: calls that were in flight together
	 * are refused together, which is no reason to wait longer
	 * @return whether it is another refusal, not one that came along with others
	 */
	synchronized boolean shut(Duration asked, Instant sentAt, Instant now) {
		Duration wait = asked;
		boolean another = sentAt.isAfter(this.shutSince);
		if (another) {
			wait = max(asked, this.next);
			this.next = min(this.next.multipliedBy(2), LONGEST);
			this.shutSince = now;
			this.count++;
		}
		Instant until = now.plus(wait);
		if (until.isAfter(this.shutUntil)) {
			this.shutUntil = until;
		}
		return another;
	}

	/** Tells that the provider took a call again. */
	synchronized void passed(Instant sentAt) {
		if (sentAt.isAfter(this.shutSince)) {
			this.next = FIRST;
		}
	}

	/**
	 * How long the pause is that keeps it shut, from its beginning; zero when it is open.
	 */
	synchronized Duration length(Instant now) {
		return now.isBefore(this.shutUntil) ? Duration.between(this.shutSince, this.shutUntil) : Duration.ZERO;
	}

	/** How often it was shut. */
	synchronized int count() {
		return this.count;
	}

	/** How long it stays shut; zero when it is open. */
	synchronized Duration remaining(Instant now) {
		return now.isBefore(this.shutUntil) ? Duration.between(now, this.shutUntil) : Duration.ZERO;
	}

	private static Duration max(Duration a, Duration b) {
		return (a.compareTo(b) >= 0) ? a : b;
	}

	private static Duration min(Duration a, Duration b) {
		return (a.compareTo(b) <= 0) ? a : b;
	}

}
