package dev.tickmark.desk;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks after the desk: takes up what a process that was killed has left, at once when
 * the application starts and now and then later, and removes what nobody uses. When the
 * application stops, the runs are stopped first.
 */
@Component
class Attendant implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Attendant.class);

	private static final Duration LOOK = Duration.ofSeconds(30);

	private static final Duration TIDY = Duration.ofHours(1);

	private final Desk desk;

	private final Uploads uploads;

	private @Nullable ScheduledExecutorService timer;

	Attendant(Desk desk, Uploads uploads) {
		this.desk = desk;
		this.uploads = uploads;
	}

	@Override
	public synchronized void start() {
		ScheduledExecutorService started = Executors
			.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("desk-attendant").factory());
		every(started, LOOK, this.desk::takeUpWhatWasLeft);
		every(started, TIDY, this.uploads::tidy);
		this.timer = started;
	}

	private static void every(ScheduledExecutorService timer, Duration time, Runnable work) {
		timer.scheduleWithFixedDelay(() -> {
			try {
				work.run();
			}
			// a timer that throws is never called again
			catch (RuntimeException ex) {
				log.warn("the desk could not be looked after; it is tried again", ex);
			}
		}, 0, time.toMillis(), TimeUnit.MILLISECONDS);
	}

	@Override
	public synchronized void stop() {
		ScheduledExecutorService started = this.timer;
		if (started != null) {
			started.shutdown();
			this.timer = null;
			this.desk.end();
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.timer != null;
	}

	/** Begun last and ended first: runs need all the rest. */
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

}
