package dev.tickmark.verification;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * How long something still takes, to be looked at often though it costs something to find
 * out: in between, time passes and that is all.
 */
final class Remaining {

	/** Finding out takes no more than this part of the time. */
	private static final int SHARE = 100;

	private static final long AT_MOST_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

	private final Supplier<Duration> forecast;

	private Duration known = Duration.ZERO;

	private long knownAt = System.nanoTime();

	private long next = this.knownAt;

	Remaining(Supplier<Duration> forecast) {
		this.forecast = forecast;
	}

	synchronized Duration look() {
		long now = System.nanoTime();
		if (now - this.next >= 0) {
			this.known = this.forecast.get();
			this.knownAt = now;
			long cost = System.nanoTime() - now;
			this.next = now + Math.max(AT_MOST_EVERY_NANOS, cost * SHARE);
		}
		Duration left = this.known.minusNanos(now - this.knownAt);
		return left.isNegative() ? Duration.ZERO : left;
	}

}
