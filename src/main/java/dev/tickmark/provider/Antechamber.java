package dev.tickmark.provider;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Where the next calls are prepared while the one before them waits for its turn. By
 * Little's law it has as many places as turns come while one is prepared; no more,
 * because what is prepared and never sent is in doubt after a crash.
 */
final class Antechamber {

	/** However long it takes. */
	private static final int MOST = 50;

	private final Places places = new Places();

	private final long spacing;

	private int size = 1;

	/** How long a preparation takes, and by how much that differs, in nanoseconds. */
	private double mean;

	private double deviation;

	/**
	 * Makes one with a single place.
	 * @param spacing the time between two turns
	 */
	Antechamber(Duration spacing) {
		this.spacing = Math.max(1, spacing.toNanos());
	}

	/** Waits for a place, at most so long; whoever has it must {@link #leave}. */
	boolean enter(long nanos) throws InterruptedException {
		return this.places.tryAcquire(nanos, TimeUnit.NANOSECONDS);
	}

	void leave() {
		this.places.release();
	}

	/** How many are prepared at once. */
	synchronized int size() {
		return this.size;
	}

	/**
	 * Learns how long a preparation took; what is rare counts for little, and is
	 * forgotten soon.
	 */
	synchronized void took(long nanos) {
		// the estimates of RFC 6298, section 2, which serve the same purpose there
		this.deviation = (this.mean == 0) ? nanos / 2.0 : this.deviation * 3 / 4 + Math.abs(this.mean - nanos) / 4;
		this.mean = (this.mean == 0) ? nanos : this.mean * 7 / 8 + nanos / 8.0;
		double turns = (this.mean + 2 * this.deviation) / this.spacing;
		int wanted = (int) Math.min(MOST, 1 + turns);
		this.places.add(wanted - this.size);
		this.size = wanted;
	}

	private static final class Places extends Semaphore {

		private static final long serialVersionUID = 1;

		Places() {
			super(1, true);
		}

		/** When there are fewer, those who are in stay. */
		void add(int more) {
			if (more > 0) {
				release(more);
			}
			else {
				reducePermits(-more);
			}
		}

	}

}
