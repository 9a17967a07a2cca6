package dev.tickmark.desk;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.intake.UnreadableFile;
import dev.tickmark.ledger.Run;
import dev.tickmark.verification.RunWatcher;
import dev.tickmark.verification.StopSignal;
import dev.tickmark.verification.VerificationJob;
import dev.tickmark.verification.VerifyCommand;
import dev.tickmark.verification.VerifyResult;
import dev.tickmark.verification.definition.BadDefinition;
import dev.tickmark.verification.definition.Definitions;
import dev.tickmark.verification.definition.JobDefinition;

/**
 * Lets a run go on that is not of an upload: of a night, or of the console. Its file is
 * read again where it was.
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

	/**
	 * The command that goes on with it.
	 * @throws UnreadableFile when its file is not there any more, or is another one
	 * @throws BadDefinition when the run keeps a definition that cannot be used any more
	 */
	static VerifyCommand command(Run run) throws UnreadableFile, BadDefinition {
		String text = run.definition();
		JobDefinition job = (text == null) ? Definitions.own() : Definitions.kept(run.key().job(),
				"the job definition that run " + run.id() + " keeps", text, Set.of());
		PayeeFile file = PayeeFile.open(Path.of(run.filePath()), job.input());
		if (!file.sha256().equals(run.key().sha256())) {
			throw file.changed();
		}
		Path reports = Objects.requireNonNull(run.reports().getParent());
		return new VerifyCommand(file, job, reports, null, run.key().sandbox(), false);
	}

	/** Does so. */
	void work(Run run, VerifyCommand command, StopSignal stop, Turns turns) {
		try (WatchedRun watcher = this.atWork.watch(new RunWatcher() {
		}, stop)) {
			VerifyResult result = this.verification.verify(command, watcher, stop);
			log.info("run {}: {}", run.id(), result.getClass().getSimpleName());
			if (turns.isEnding() && result instanceof VerifyResult.Stopped) {
				turns.cut();
			}
		}
	}

}
