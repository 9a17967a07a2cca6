package dev.tickmark.provider;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import dev.tickmark.provider.Admission.Refused;

/**
 * For how long a call waits to be let into a lane.
 *
 * @param party to whom the call belongs
 * @param stopping asked again and again
 */
record Patience(Party party, BooleanSupplier stopping) {

	/** How often a waiting call looks whether it should still wait. */
	static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

	/** Why it waits no longer; null while it does. */
	@Nullable Refused end() {
		if (this.party.isStopped()) {
			return Refused.STOPPED_LANE;
		}
		return (this.stopping.getAsBoolean() || Thread.currentThread().isInterrupted()) ? Refused.STOPPING : null;
	}

	boolean isOver() {
		return end() != null;
	}

	/** Waits; null when it was long enough. */
	@Nullable Refused await(LongSupplier remainingNanos) {
		while (true) {
			@Nullable Refused refused = end();
			if (refused != null) {
				return refused;
			}
			long nanos = remainingNanos.getAsLong();
			if (nanos <= 0) {
				return null;
			}
			sleep(Math.min(nanos, LOOK_NANOS));
		}
	}

	private static void sleep(long nanos) {
		try {
			TimeUnit.NANOSECONDS.sleep(nanos);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

}
