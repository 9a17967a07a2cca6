package dev.tickmark.verification;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import dev.tickmark.ledger.OwnerLocks;

/**
 * Stops the job when the connection that holds its locks is lost: another process may own
 * the run from then on.
 */
public final class OwnerWatch implements AutoCloseable {

	private static final Duration EVERY = Duration.ofMillis(500);

	static final String LOST = "the connection to the database was lost";

	private final ScheduledExecutorService timer;

	private OwnerWatch(ScheduledExecutorService timer) {
		this.timer = timer;
	}

	/** Watches over the locks until it is closed. */
	public static OwnerWatch over(OwnerLocks.Holder locks, StopSignal stop) {
		return over(locks, () -> stop.request(LOST));
	}

	/**
	 * Watches over the locks until it is closed.
	 * @param lost done again and again once they are lost
	 */
	static OwnerWatch over(OwnerLocks.Holder locks, Runnable lost) {
		ScheduledExecutorService timer = Executors
			.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("owner-watch").factory());
		timer.scheduleWithFixedDelay(() -> {
			if (!locks.alive()) {
				lost.run();
			}
		}, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
		return new OwnerWatch(timer);
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

}
