package dev.tickmark.ledger.embedded;

import java.time.Duration;

/** The end of a bounded wait. */
final class Deadline {

	private static final Duration PAUSE = Duration.ofMillis(50);

	private final long end;

	private Deadline(long end) {
		this.end = end;
	}

	static Deadline in(Duration wait) {
		return new Deadline(System.nanoTime() + wait.toNanos());
	}

	boolean passed() {
		return this.end - System.nanoTime() <= 0;
	}

	/** What is left, in whole seconds and at least one. */
	long seconds() {
		return Math.max(1, Duration.ofNanos(this.end - System.nanoTime()).toSeconds());
	}

	/** Waits a moment before the next look: neither files nor servers call back. */
	void pause() throws InterruptedException {
		Thread.sleep(PAUSE);
	}

}
