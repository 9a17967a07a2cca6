package dev.tickmark.night;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tickmark.desk.RunsAtWork;
import dev.tickmark.desk.WatchedRun;
import dev.tickmark.ledger.night.EarlierRuns;
import dev.tickmark.ledger.night.EarlierRuns.EarlierRun;
import dev.tickmark.ledger.night.Nights;
import dev.tickmark.verification.GoOnCommand;
import dev.tickmark.verification.StopSignal;
import dev.tickmark.verification.VerificationJob;
import dev.tickmark.verification.VerifyResult;

/**
 * Goes on with the runs of earlier nights that are not complete. None of them waits for
 * what is due much later: what comes in tonight must not wait for a provider that is
 * down.
 */
@Component
class EarlierNights {

	private static final Logger log = LoggerFactory.getLogger(EarlierNights.class);

	private final VerificationJob verification;

	private final EarlierRuns runs;

	private final Nights nights;

	private final Telling telling;

	private final RunsAtWork atWork;

	EarlierNights(VerificationJob verification, EarlierRuns runs, Nights nights, Telling telling, RunsAtWork atWork) {
		this.verification = verification;
		this.runs = runs;
		this.nights = nights;
		this.telling = telling;
		this.atWork = atWork;
	}

	/**
	 * The runs that are to go on in a night, the oldest first. One that was continued in
	 * this very night before it was cut off, and has ended, is none of them.
	 * @param now the time by the clock of the nights
	 */
	List<EarlierRun> unfinished(NightJob job, Instant due, Instant now, Duty duty) {
		Duration age = job.nightly().recheckEarlier();
		if (age.isZero()) {
			return List.of();
		}
		return this.runs.unfinished(job.name(), duty.sandbox(), now.minus(age),
				this.nights.began(job.name(), duty.sandbox(), due));
	}

	/** Goes on with one, to its end or until this process comes to its own. */
	void work(NightJob job, long run, Duty duty) {
		StopSignal stop = duty.ending().begin();
		Told told = new Told(job.name(), null, duty.watcher());
		try (WatchedRun watcher = this.atWork.watch(told, stop)) {
			VerifyResult result = this.verification.goOn(new GoOnCommand(run, null, duty.sandbox(), false), watcher,
					stop);
			this.telling.earlier(job, run, result, told.due(), duty);
			duty.watcher().wentOn(job.name(), run, result);
			if (result instanceof VerifyResult.Stopped && duty.ending().requested()) {
				duty.ending().cut();
			}
		}
		catch (RuntimeException ex) {
			log.error("job {}: run {} could not go on", job.name(), run, ex);
			duty.watcher()
				.says(job.name(), "Run " + run + " of an earlier night: " + FileRun.trouble(ex)
						+ " It is continued the next time.");
		}
		finally {
			duty.ending().end(stop);
		}
	}

}
