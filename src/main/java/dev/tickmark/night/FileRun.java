package dev.tickmark.night;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tickmark.desk.RunsAtWork;
import dev.tickmark.desk.WatchedRun;
import dev.tickmark.intake.PayeeFile;
import dev.tickmark.intake.UnreadableFile;
import dev.tickmark.ledger.DatabaseTrouble;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.Runs;
import dev.tickmark.verification.StopSignal;
import dev.tickmark.verification.VerificationJob;
import dev.tickmark.verification.VerifyCommand;
import dev.tickmark.verification.VerifyResult;

/** Verifies a file that was taken, and puts it away. */
@Component
class FileRun {

	private static final Logger log = LoggerFactory.getLogger(FileRun.class);

	private final VerificationJob verification;

	private final Runs runs;

	private final Telling telling;

	private final RunsAtWork atWork;

	FileRun(VerificationJob verification, Runs runs, Telling telling, RunsAtWork atWork) {
		this.verification = verification;
		this.runs = runs;
		this.telling = telling;
		this.atWork = atWork;
	}

	/** Does so; a file whose run has not ended stays where it is. */
	void work(NightJob job, Path file, InboxFolder folder, Duty duty) throws InboxTrouble {
		StopSignal stop = duty.ending().begin();
		Told told = new Told(job.name(), file, duty.watcher());
		VerifyResult result;
		try {
			result = verify(job, file, told, duty, stop);
			// before it is put away: a file that is still here is told of the next time
			this.telling.file(job, file, result, told.due(), duty);
		}
		catch (RuntimeException ex) {
			log.error("job {}: {} could not be verified", job.name(), file, ex);
			duty.watcher().says(job.name(), file + " stays there: " + trouble(ex) + " It is continued the next time.");
			return;
		}
		finally {
			duty.ending().end(stop);
		}
		@Nullable Path now = null;
		try {
			now = putAway(file, result, folder);
		}
		finally {
			// also when it could not be moved: the run has ended even so
			duty.watcher().ended(job.name(), file, result, now);
		}
		if (now == null && duty.ending().requested()) {
			duty.ending().cut();
		}
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

	private VerifyResult verify(NightJob job, Path file, Told told, Duty duty, StopSignal stop) {
		try (WatchedRun watcher = this.atWork.watch(told, stop)) {
			PayeeFile payees = PayeeFile.open(file, job.job().input());
			Path reports = job.job().reports().folderOr(duty.reports());
			return this.verification.verify(new VerifyCommand(payees, job.job(), reports, null, duty.sandbox(), false),
					watcher, stop);
		}
		catch (UnreadableFile ex) {
			return VerifyResult.Refused.of(ex);
		}
	}

	static String trouble(RuntimeException exception) {
		return DatabaseTrouble.in(exception)
			.orElseGet(() -> "Something went wrong inside Tickmark (" + exception.getClass().getSimpleName()
					+ "); the log file has the details.");
	}

}
