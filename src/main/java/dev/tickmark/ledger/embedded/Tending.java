package dev.tickmark.ledger.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after a server from time to time until it is closed. */
final class Tending implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Tending.class);

	private static final Duration EVERY = Duration.ofSeconds(1);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Look look;

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("tending").factory());

	Tending(Look look) {
		this.look = look;
	}

	void begin() {
		this.timer.scheduleWithFixedDelay(this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
	}

	private void look() {
		try {
			this.look.look();
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
		// a timer that throws is never called again
		catch (DatabaseUnavailable | IOException | RuntimeException ex) {
			log.warn("The embedded database could not be started again: {}", ex.getMessage());
		}
	}

	/** Ends it; a start that is under way is given up. */
	@Override
	public void close() {
		this.timer.shutdownNow();
		try {
			this.timer.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	/** One look after the server. */
	@FunctionalInterface
	interface Look {

		void look() throws DatabaseUnavailable, IOException, InterruptedException;

	}

}
