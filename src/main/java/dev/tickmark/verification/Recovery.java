package dev.tickmark.verification;

import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.CallRecorder;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.Runs;
import dev.tickmark.ledger.Verifications;

/**
 * Takes up a run that was stopped, failed or cut off. The caller holds the run's lock, so
 * nobody is at work on it, whatever the tables say.
 */
@Component
class Recovery {

	private static final Logger log = LoggerFactory.getLogger(Recovery.class);

	private final Restart restart;

	private final Runs runs;

	private final Verifications verifications;

	private final CallRecorder recorder;

	Recovery(Restart restart, Runs runs, Verifications verifications, CallRecorder recorder) {
		this.restart = restart;
		this.runs = runs;
		this.verifications = verifications;
		this.recorder = recorder;
	}

	/** Brings in what an earlier process has set aside. */
	int adopt(Run run) {
		return this.recorder.adopt(run.identity());
	}

	/** Brings a run into a state from which the job can go on. */
	Run takeUp(Run run) {
		int aside = adopt(run);
		boolean restartable = this.restart.isPossible(VerificationConfiguration.JOB, Sessions.parameters(run));
		// a new term first: from then on nobody else marks anything that would be missed
		Run taken = restartable ? this.runs.continuePass(run.id()) : this.runs.beginPass(run.id());
		int asking = this.verifications.recover(run.id(), Instant.now());
		log.info(
				"run {}: goes on in pass {}; {} verifications were being asked when it ended, {} answers were set aside",
				run.id(), taken.pass(), asking, aside);
		return taken;
	}

}
