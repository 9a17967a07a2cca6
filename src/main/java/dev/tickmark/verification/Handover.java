package dev.tickmark.verification;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands over what persons are to act upon while the run goes on: a link may expire long
 * before the run ends.
 */
final class Handover implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Handover.class);

	private static final Duration EVERY = Duration.ofSeconds(1);

	private final Session session;

	private final RunReport report;

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("handover").factory());

	private Handover(Session session, RunReport report) {
		this.session = session;
		this.report = report;
	}

	static Handover of(Session session, RunReport report) {
		Handover handover = new Handover(session, report);
		handover.timer.scheduleWithFixedDelay(handover::look, EVERY.toMillis(), EVERY.toMillis(),
				TimeUnit.MILLISECONDS);
		return handover;
	}

	private void look() {
		if (!this.session.takeActions()) {
			return;
		}
		try {
			Path file = this.report.writeActions(this.session.run());
			this.session.watcher().handedOver(file);
		}
		// a timer that throws is never called again; the report tries once more
		catch (ReportUnwritable | RuntimeException ex) {
			log.warn("run {}: the list of actions could not be written", this.session.run().id(), ex);
			this.session.actionsChanged();
		}
	}

	/** A run that was stopped writes no report: this is the last chance for its links. */
	@Override
	public void close() {
		this.timer.close();
		look();
	}

}
