package dev.tickmark.verification;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Stops the job when the connection that holds its locks is lost: another process may own
 * the run from then on.
 */
final class OwnerWatch implements AutoCloseable {

	private static final Duration EVERY = Duration.ofMillis(500);

	private final ScheduledExecutorService timer;

	private OwnerWatch(ScheduledExecutorService timer) {
		this.timer = timer;
	}

	static OwnerWatch over(Session session, StopSignal stop) {
		ScheduledExecutorService timer = Executors
			.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("owner-watch").factory());
		timer.scheduleWithFixedDelay(() -> {
			if (!session.locks().alive()) {
				stop.request("the connection to the database was lost");
			}
		}, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
		return new OwnerWatch(timer);
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

}
