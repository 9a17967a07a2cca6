package dev.tickmark.night;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tickmark.desk.RunsAtWork;
import dev.tickmark.desk.WatchedRun;
import dev.tickmark.ledger.night.EarlierRuns;
import dev.tickmark.ledger.night.EarlierRuns.EarlierRun;
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

	private final Telling telling;

	private final RunsAtWork atWork;

	EarlierNights(VerificationJob verification, EarlierRuns runs, Telling telling, RunsAtWork atWork) {
		this.verification = verification;
		this.runs = runs;
		this.telling = telling;
		this.atWork = atWork;
	}

	/**
	 * The runs that are to go on in a night, the oldest first. One that was continued in
	 * this very night before it was cut off, and has ended and was told of, is none of
	 * them.
	 */
	List<EarlierRun> unfinished(Shift shift) {
		NightJob job = shift.job();
		Duration age = job.nightly().recheckEarlier();
		if (age.isZero() || shift.due() == null) {
			return List.of();
		}
		return this.runs.unfinished(job.name(), shift.duty().sandbox(), shift.now().minus(age), shift.began());
	}

	/**
	 * Goes on with one, to its end or until this process comes to its own.
	 * @return whether it need not be tried again in this night
	 */
	boolean work(Shift shift, long run) {
		String job = shift.job().name();
		Duty duty = shift.duty();
		StopSignal stop = duty.ending().begin();
		Told told = new Told(job, null, duty.watcher());
		// whoever is killed between the end of a run and the notice of it has it told by
		// the next
		this.runs.toBeTold(run);
		try (WatchedRun watcher = this.atWork.watch(told, stop)) {
			VerifyResult result = this.verification
				.goOn(new GoOnCommand(run, shift.hours().deadline(), duty.sandbox(), false), watcher, stop);
			this.telling.earlier(shift, run, result, told.due());
			duty.watcher().wentOn(job, run, result);
			if (result instanceof VerifyResult.Stopped && duty.ending().requested()) {
				duty.ending().cut();
				return false;
			}
			if (result instanceof VerifyResult.Busy) {
				return false;
			}
			this.runs.told(run);
			return !(result instanceof VerifyResult.Failed);
		}
		catch (RuntimeException ex) {
			log.error("job {}: run {} could not go on", job, run, ex);
			this.telling.broke(shift, "run " + run, "Run " + run + " of an earlier night", ex);
			return false;
		}
		finally {
			duty.ending().end(stop);
		}
	}

}
