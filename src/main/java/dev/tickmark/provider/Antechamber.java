package dev.tickmark.provider;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Where the next calls are prepared while the one before them waits for its turn. By
 * Little's law it has as many places as turns come while one is prepared; no more,
 * because what is prepared and never sent is in doubt after a crash.
 */
final class Antechamber {

	/** However long it takes. */
	private static final int MOST = 50;

	private final Places places = new Places(1);

	private final long spacing;

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

	/**
	 * Waits for a place, at most so long; whoever has it must {@link #leave}.
	 * @param pointless whether waiting is
	 */
	boolean enter(Party party, long nanos, BooleanSupplier pointless) throws InterruptedException {
		return this.places.enter(party, nanos, pointless);
	}

	void leave() {
		this.places.leave();
	}

	/** How many are prepared at once. */
	int size() {
		return this.places.size();
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
		this.places.resize((int) Math.min(MOST, 1 + turns));
	}

}
