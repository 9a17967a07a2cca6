package dev.tickmark.provider;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Spreads calls evenly: each at least a period after the one before was really sent. Who
 * is late makes the others later. A limiter that hands out times in advance, or counts
 * periods by the clock, lets those who were held up go together, and so more than the
 * limit in the limit's own window.
 */
final class Pace {

	/**
	 * By how much the period is stretched, so that a provider which counts in a sliding
	 * window sees no violation when the network delivers one call a little late and the
	 * next a little early.
	 */
	private static final double GUARD = 1.01;

	private final Duration period;

	/** One call after the other, in the order they came. */
	private final ReentrantLock turn = new ReentrantLock(true);

	/** When the next call may be sent, on the clock of {@link System#nanoTime}. */
	private long next = System.nanoTime();

	Pace(Duration period) {
		this.period = Duration.ofNanos(Math.max(1, (long) (period.toNanos() * GUARD)));
	}

	/** The time between two calls, the guard included. */
	Duration period() {
		return this.period;
	}

	/** Waits for the turn, at most so long; whoever has it must {@link #leave}. */
	boolean enter(long nanos) throws InterruptedException {
		return this.turn.tryLock(nanos, TimeUnit.NANOSECONDS);
	}

	void leave() {
		this.turn.unlock();
	}

	/** How many nanoseconds whoever has the turn must still wait; zero when none. */
	long remaining() {
		return Math.max(0, this.next - System.nanoTime());
	}

	/** Tells that a call is sent now. */
	void used() {
		this.next = System.nanoTime() + this.period.toNanos();
	}

}
