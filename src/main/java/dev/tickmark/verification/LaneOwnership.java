package dev.tickmark.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import dev.tickmark.ledger.OwnerLocks;
import dev.tickmark.provider.Lane;

/** Makes a lane this process's own. */
public final class LaneOwnership {

	private static final Duration LOOK = Duration.ofMillis(500);

	private static final Duration TELL_EVERY = Duration.ofSeconds(30);

	private LaneOwnership() {
	}

	/**
	 * Waits until no other process uses the lane any more, or there is nothing to use it
	 * for.
	 * @param over asked again and again
	 * @param told who uses it, now and then
	 */
	public static void take(Lane lane, OwnerLocks.Holder locks, BooleanSupplier over, Consumer<String> told)
			throws InterruptedException {
		Instant tell = Instant.MIN;
		while (!locks.take(lane.lockName()) && !over.getAsBoolean()) {
			if (tell.isBefore(Instant.now())) {
				String holder = locks.holder(lane.lockName());
				told.accept((holder != null) ? holder : "another process");
				tell = Instant.now().plus(TELL_EVERY);
			}
			Thread.sleep(LOOK);
		}
	}

}
