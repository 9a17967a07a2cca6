package dev.tickmark.night;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tickmark.desk.RunsAtWork;
import dev.tickmark.desk.WatchedRun;
import dev.tickmark.intake.PayeeFile;
import dev.tickmark.intake.UnreadableFile;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.RunKey;
import dev.tickmark.ledger.Runs;
import dev.tickmark.ledger.night.EarlierRuns;
import dev.tickmark.verification.Patience;
import dev.tickmark.verification.StopSignal;
import dev.tickmark.verification.VerificationJob;
import dev.tickmark.verification.VerifyCommand;
import dev.tickmark.verification.VerifyResult;
import dev.tickmark.verification.definition.Deadline;
import dev.tickmark.verification.definition.JobDefinition;

/** Verifies a file that was taken, and puts it away. */
@Component
class FileRun {

	private static final Logger log = LoggerFactory.getLogger(FileRun.class);

	private final VerificationJob verification;

	private final Runs runs;

	private final EarlierRuns latest;

	private final Telling telling;

	private final RunsAtWork atWork;

	FileRun(VerificationJob verification, Runs runs, EarlierRuns latest, Telling telling, RunsAtWork atWork) {
		this.verification = verification;
		this.runs = runs;
		this.latest = latest;
		this.telling = telling;
		this.atWork = atWork;
	}

	/** By when the files of a job have to be done; nothing when nothing says so. */
	Optional<Deadline> deadline(NightJob job) {
		return this.verification.deadline(job.job());
	}

	/**
	 * Does so; a file whose run has not ended stays where it is.
	 * @param last whether nobody comes back to it in this night
	 */
	Remains work(Shift shift, Path file, InboxFolder folder, boolean last) {
		Duty duty = shift.duty();
		StopSignal stop = duty.ending().begin();
		Told told = new Told(shift.job().name(), file, duty.watcher());
		Patience patience = !shift.hours().waits() ? Patience.SOON : last ? Patience.UNTIL_DEADLINE : Patience.BRIEFLY;
		try {
			VerifyResult result = verify(shift, file, told, stop, patience);
			if (patience == Patience.BRIEFLY && isWaiting(shift, result)) {
				shift.says(file.getFileName() + " has rows that wait for an answer. They are asked about again when the"
						+ " other files were.");
				return Remains.WAITS;
			}
			// before it is put away: a file that is still here is told of the next time
			this.telling.file(shift, file, result, told.due());
			return end(shift, file, result, folder);
		}
		catch (RuntimeException ex) {
			log.error("job {}: {} could not be verified", shift.job().name(), file, ex);
			this.telling.broke(shift, String.valueOf(file.getFileName()), file + " stays there", ex);
			return Remains.AGAIN;
		}
		finally {
			duty.ending().end(stop);
		}
	}

	private boolean isWaiting(Shift shift, VerifyResult result) {
		return result instanceof VerifyResult.Finished finished
				&& this.latest.isWaiting(finished.run().id(), Objects.requireNonNull(shift.hours().until()));
	}

	private Remains end(Shift shift, Path file, VerifyResult result, InboxFolder folder) {
		@Nullable Path now = null;
		try {
			now = putAway(file, result, folder);
		}
		catch (InboxTrouble ex) {
			this.telling.trouble(shift, file, String.valueOf(ex.getMessage()));
			return Remains.AGAIN;
		}
		finally {
			// also when it could not be moved: the run has ended even so
			shift.duty().watcher().ended(shift.job().name(), file, result, now);
		}
		if (now == null && shift.ending()) {
			shift.duty().ending().cut();
		}
		return (now != null || isLeftToPersons(result)) ? Remains.NOTHING : Remains.AGAIN;
	}

	/** Whether it goes on only when somebody has done something. */
	private boolean isLeftToPersons(VerifyResult result) {
		return switch (result) {
			case VerifyResult.Refused _ -> true;
			case VerifyResult.Stopped stopped -> this.latest.isStoppedByPerson(stopped.run().id());
			case VerifyResult.Finished _, VerifyResult.AlreadyComplete _, VerifyResult.Failed _, VerifyResult.Busy _ ->
				false;
		};
	}

	/** Where the file is then; null when it stays where it was taken to. */
	private @Nullable Path putAway(Path file, VerifyResult result, InboxFolder folder) throws InboxTrouble {
		return switch (result) {
			case VerifyResult.Finished finished -> finish(file, finished.run(), folder);
			case VerifyResult.AlreadyComplete complete -> finish(file, complete.run(), folder);
			// with other settings it goes on
			case VerifyResult.Refused refused -> refused.settings() ? null : folder.fail(file);
			case VerifyResult.Stopped _ -> null;
			case VerifyResult.Failed _ -> null;
			case VerifyResult.Busy _ -> null;
		};
	}

	private Path finish(Path file, Run run, InboxFolder folder) throws InboxTrouble {
		Path now = folder.finish(file);
		this.runs.moved(run.id(), file, now);
		return now;
	}

	private VerifyResult verify(Shift shift, Path file, Told told, StopSignal stop, Patience patience) {
		Duty duty = shift.duty();
		JobDefinition job = shift.job().job();
		try (WatchedRun watcher = this.atWork.watch(told, stop)) {
			PayeeFile payees = PayeeFile.open(file, job.input());
			Optional<Run> stopped = this.runs.latest(new RunKey(payees.sha256(), job.name(), duty.sandbox()))
				.filter((run) -> this.latest.isStoppedByPerson(run.id()));
			if (stopped.isPresent()) {
				return new VerifyResult.Stopped(stopped.get(), "a person has done so. It goes on when a person lets it;"
						+ " to have done with it, take its file out of " + file.getParent() + ".");
			}
			Path reports = job.reports().folderOr(duty.reports());
			return this.verification.verify(
					new VerifyCommand(payees, job, reports, shift.hours().deadline(), duty.sandbox(), false, patience),
					watcher, stop);
		}
		catch (UnreadableFile ex) {
			return VerifyResult.Refused.of(ex);
		}
	}

}
