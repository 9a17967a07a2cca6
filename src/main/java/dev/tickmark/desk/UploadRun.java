package dev.tickmark.desk;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.intake.UnreadableFile;
import dev.tickmark.ledger.DatabaseTrouble;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.RunKey;
import dev.tickmark.ledger.Runs;
import dev.tickmark.ledger.desk.KeptUploads;
import dev.tickmark.ledger.desk.Upload;
import dev.tickmark.ledger.desk.UploadState;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.Deed;
import dev.tickmark.verification.RunWatcher;
import dev.tickmark.verification.Asking;
import dev.tickmark.verification.StopSignal;
import dev.tickmark.verification.VerificationJob;
import dev.tickmark.verification.VerifyCommand;
import dev.tickmark.verification.VerifyResult;
import dev.tickmark.verification.definition.BadDefinition;
import dev.tickmark.verification.definition.Deadline;
import dev.tickmark.verification.definition.Definitions;
import dev.tickmark.verification.definition.JobDefinition;

/** Verifies an upload that was started, and notes what became of it. */
@Component
class UploadRun {

	private static final Logger log = LoggerFactory.getLogger(UploadRun.class);

	private final VerificationJob verification;

	private final KeptUploads kept;

	private final Acts acts;

	private final Runs runs;

	private final RunsAtWork atWork;

	private final Workplace workplace;

	private final TransactionTemplate transaction;

	private final Clock clock = Clock.systemUTC();

	UploadRun(VerificationJob verification, KeptUploads kept, Acts acts, Runs runs, RunsAtWork atWork,
			Workplace workplace, PlatformTransactionManager transactions) {
		this.verification = verification;
		this.kept = kept;
		this.acts = acts;
		this.runs = runs;
		this.atWork = atWork;
		this.workplace = workplace;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** What makes its run that and no other. */
	static RunKey key(Upload upload) {
		Upload.Start start = Objects.requireNonNull(upload.start());
		return new RunKey(upload.sha256(), start.job(), start.sandbox());
	}

	/**
	 * Does so.
	 * @return whether it was cut by the end of this process: it stays as it is then, and
	 * is continued
	 */
	boolean work(Upload upload, StopSignal stop, Turns turns) {
		if (this.kept.find(upload.id()).filter((now) -> now.state() == UploadState.STARTED).isEmpty()) {
			// stopped or ended since somebody looked
			return false;
		}
		if (stop.requested()) {
			if (turns.isEnding()) {
				return true;
			}
			settle(upload, UploadState.STOPPED, stop.reason() + ", before its turn had come. Nobody was asked.");
			return false;
		}
		VerifyResult result;
		try {
			result = verify(upload, stop);
		}
		catch (RuntimeException ex) {
			log.error("upload {} could not be verified", upload.id(), ex);
			settle(upload, UploadState.FAILED, DatabaseTrouble.orOther(ex));
			return false;
		}
		boolean cut = turns.isEnding() && result instanceof VerifyResult.Stopped;
		if (!cut) {
			settle(upload, result);
		}
		return cut;
	}

	private VerifyResult verify(Upload upload, StopSignal stop) {
		Upload.Start start = Objects.requireNonNull(upload.start());
		Upload now = this.kept.find(upload.id()).orElse(upload);
		try (WatchedRun watcher = this.atWork.watch(new Noted(now, start), stop)) {
			JobDefinition job = Definitions.kept(start.job(), "the definition " + start.job() + " of this file",
					start.definition(), Set.of());
			PayeeFile file = PayeeFile.open(upload.path(), job.input());
			// what has a run already goes on with it
			boolean again = start.again() && now.run() == null;
			return this.verification.verify(new VerifyCommand(file, job, this.workplace.reports(job),
					due(now, start, job), start.sandbox(), again), watcher, stop);
		}
		catch (UnreadableFile ex) {
			return new VerifyResult.Refused(Looking.sentence(upload, ex));
		}
		catch (BadDefinition ex) {
			return new VerifyResult.Refused(String.valueOf(ex.getMessage()));
		}
	}

	/** When it has to be over: the same however often it is taken up. */
	private @Nullable Deadline due(Upload upload, Upload.Start start, JobDefinition job) {
		Asking asking = new Asking(upload.changedAt(), this.kept.begin(upload.id(), this.clock.instant()));
		return ((start.deadline() != null) ? Optional.of(Deadline.parse(start.deadline()))
				: this.verification.deadline(job))
			.map(asking::moment)
			.orElse(null);
	}

	private void settle(Upload upload, VerifyResult result) {
		switch (result) {
			case VerifyResult.Finished finished -> settle(upload, UploadState.ENDED,
					finished.stoppedLanes().isEmpty() ? null : String.join(" ", finished.stoppedLanes()));
			case VerifyResult.AlreadyComplete complete -> found(upload, complete.run(),
					"This content was verified before, in run " + complete.run().id() + ": nobody was asked.");
			case VerifyResult.Stopped stopped -> settle(upload, UploadState.STOPPED, stopped.why());
			case VerifyResult.Failed failed -> settle(upload, UploadState.FAILED, failed.why());
			case VerifyResult.Refused refused -> settle(upload, UploadState.REFUSED, refused.why());
			case VerifyResult.Busy busy -> busy(upload, busy.holder());
		}
	}

	/** Another is at it: at this upload, or at another of the same content. */
	private void busy(Upload upload, String holder) {
		if (this.kept.find(upload.id()).map(Upload::run).isPresent()) {
			return;
		}
		this.runs.latest(key(upload))
			.ifPresentOrElse(
					(run) -> found(upload, run,
							"The same content is being verified already, in run " + run.id() + ": this is it."),
					() -> settle(upload, UploadState.FAILED,
							"The same content is being verified by " + holder + ". Start it again in a while."));
	}

	private void found(Upload upload, Run run, String sentence) {
		this.transaction.executeWithoutResult((_) -> {
			if (this.kept.find(upload.id()).map(Upload::run).isEmpty()) {
				begun(upload, run, sentence);
			}
			settle(upload, UploadState.ENDED, sentence);
		});
	}

	/** The run has a number: the act can be told. */
	private void begun(Upload upload, Run run, @Nullable String comment) {
		Upload.Start start = Objects.requireNonNull(upload.start());
		this.kept.began(upload.id(), run.id());
		this.acts.add(start.by(), new Deed(ActKind.START, run.id(), upload.name(), comment), this.clock.instant());
	}

	private void settle(Upload upload, UploadState state, @Nullable String message) {
		this.kept.settle(upload.id(), state, message, this.clock.instant());
	}

	/** Notes the number of the run, and who has started it, at once. */
	private final class Noted implements RunWatcher {

		private final Upload upload;

		private final Upload.Start start;

		Noted(Upload upload, Upload.Start start) {
			this.upload = upload;
			this.start = start;
		}

		@Override
		public void began(Run run, boolean continued) {
			if (this.upload.run() == null) {
				UploadRun.this.transaction.executeWithoutResult((_) -> begun(this.upload, run,
						"job " + this.start.job() + (this.start.again() ? ", again" : "")));
			}
		}

	}

}
