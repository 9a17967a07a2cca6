package dev.tickmark.desk;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.Run;
import dev.tickmark.verification.RunWatcher;
import dev.tickmark.verification.StopSignal;
import dev.tickmark.verification.VerificationJob;
import dev.tickmark.verification.GoOnCommand;
import dev.tickmark.verification.VerifyResult;

/**
 * Lets a run go on that has no upload here: of a night, of the console, or of another
 * machine. Its rows are in the ledger; its file is not needed.
 */
@Component
class OtherRun {

	private static final Logger log = LoggerFactory.getLogger(OtherRun.class);

	private final VerificationJob verification;

	private final RunsAtWork atWork;

	OtherRun(VerificationJob verification, RunsAtWork atWork) {
		this.verification = verification;
		this.atWork = atWork;
	}

	/** Does so, unless it was stopped before its turn had come. */
	void work(Run run, StopSignal stop, Turns turns) {
		if (stop.requested()) {
			return;
		}
		try (WatchedRun watcher = this.atWork.watch(new RunWatcher() {
		}, stop)) {
			VerifyResult result = this.verification.goOn(new GoOnCommand(run.id(), null, run.key().sandbox()), watcher,
					stop);
			log.info("run {}: {}", run.id(), result.getClass().getSimpleName());
			if (turns.isEnding() && result instanceof VerifyResult.Stopped) {
				turns.cut();
			}
		}
	}

}
