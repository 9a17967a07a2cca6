package dev.tickmark.verification;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.stereotype.Service;

import dev.tickmark.intake.UnreadableFile;
import dev.tickmark.ledger.DatabaseTrouble;
import dev.tickmark.ledger.OwnerLocks;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.RunKey;
import dev.tickmark.ledger.RunState;
import dev.tickmark.ledger.Runs;
import dev.tickmark.provider.Misconfigured;
import dev.tickmark.verification.definition.BadDefinition;
import dev.tickmark.verification.definition.Deadline;
import dev.tickmark.verification.definition.JobDefinition;

/** Verifies a payee file: begins a run or continues it, and says how it ended. */
@Service
public class VerificationJob {

	private static final Logger log = LoggerFactory.getLogger(VerificationJob.class);

	private final Job job;

	private final JobOperator operator;

	private final OwnerLocks locks;

	private final RunStart runStart;

	private final Runs runs;

	private final Sessions sessions;

	private final VerificationSettings settings;

	private final RunReport report;

	private final RunDefinition definitions;

	private final Meters meters;

	VerificationJob(Job verification, JobOperator operator, OwnerLocks locks, RunStart runStart, Runs runs,
			Sessions sessions, VerificationSettings settings, RunReport report, RunDefinition definitions,
			Meters meters) {
		this.job = verification;
		this.operator = operator;
		this.locks = locks;
		this.runStart = runStart;
		this.runs = runs;
		this.sessions = sessions;
		this.settings = settings;
		this.report = report;
		this.definitions = definitions;
		this.meters = meters;
	}

	/** By when the runs of a job must be over, by its definition or else the settings. */
	public Optional<Deadline> deadline(JobDefinition job) {
		return Optional.ofNullable(this.settings.orElse(job.deadline()));
	}

	/**
	 * Verifies a file on the calling thread, until the run ends or is stopped.
	 * @param stop by which it may be stopped
	 */
	public VerifyResult verify(VerifyCommand command, RunWatcher watcher, StopSignal stop) {
		RunKey key = new RunKey(command.file().sha256(), command.job().name(), command.sandbox());
		try {
			this.definitions.check(command.job());
			return alone(key, (holder) -> switch (this.runStart.begin(command, key)) {
				case Begun.Refused refused -> new VerifyResult.Refused(refused.why());
				case Begun.Rehearsed rehearsed -> new VerifyResult.Refused("Run " + rehearsed.run().id()
						+ " of this content was a rehearsal: the sandbox has answered it. With --again the providers are"
						+ " asked.");
				case Begun.Complete complete -> {
					RunDefinition.tell(complete.run(), command.job(), watcher);
					yield complete(complete.run());
				}
				case Begun.Working working -> {
					watcher.began(working.run(), working.continued());
					RunDefinition.tell(working.run(), command.job(), watcher);
					command.file().remarks().forEach(watcher::remarks);
					JobDefinition job = this.definitions.of(working.run(), command.job());
					yield work(working.run(), new Task(command, job), holder, watcher, stop);
				}
			});
		}
		catch (BadDefinition ex) {
			return new VerifyResult.Refused(String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * Continues a run by its number on the calling thread, until it ends or is stopped.
	 * It goes by the definition that it keeps; its file is not needed any more.
	 * @param stop by which it may be stopped
	 */
	public VerifyResult goOn(GoOnCommand command, RunWatcher watcher, StopSignal stop) {
		Optional<Run> known = this.runs.find(command.run());
		if (known.isEmpty()) {
			return new VerifyResult.Refused(
					"There is no run " + command.run() + "; tickmark runs lists those there are.");
		}
		Run run = known.get();
		if (run.key().sandbox() != command.sandbox()) {
			return new VerifyResult.Refused("Run " + run.id() + " is "
					+ (run.key().sandbox() ? "one of the sandbox's: it goes on with --sandbox."
							: "not one of the sandbox's: it goes on without --sandbox."));
		}
		try {
			JobDefinition job = this.definitions.usable(run);
			return alone(run.key(), (holder) -> switch (this.runStart.begin(run.id(), job)) {
				case Begun.Refused refused -> new VerifyResult.Refused(refused.why());
				case Begun.Rehearsed _ -> new VerifyResult.Refused("Run " + run.id()
						+ " was a rehearsal: the sandbox has answered it. Its file is verified anew with --again.");
				case Begun.Complete complete -> complete(complete.run());
				case Begun.Working working -> {
					watcher.began(working.run(), true);
					yield work(working.run(), new Task(null, job, command.due(this.settings.orElse(job.deadline())),
							command.waits() ? Patience.UNTIL_DEADLINE : Patience.SOON), holder, watcher, stop);
				}
			});
		}
		catch (BadDefinition ex) {
			return new VerifyResult.Refused(String.valueOf(ex.getMessage()));
		}
	}

	/** Does something with a run while no other process can. */
	private VerifyResult alone(RunKey key, Work work) throws BadDefinition {
		try (OwnerLocks.Holder holder = this.locks.open()) {
			if (!holder.take(key.lock(), OwnerLocks.UNTIL_NOTICED)) {
				String other = holder.holder(key.lock());
				return new VerifyResult.Busy((other != null) ? other : "another process");
			}
			return work.with(holder);
		}
	}

	private VerifyResult complete(Run run) {
		// the report may have been thrown away since: from the ledger it is the same
		// again
		try {
			this.report.write(run);
		}
		catch (ReportUnwritable ex) {
			return new VerifyResult.Failed(run, String.valueOf(ex.getMessage()));
		}
		return new VerifyResult.AlreadyComplete(run, this.report.figures(run), this.report.clearance(run));
	}

	private VerifyResult work(Run run, Task task, OwnerLocks.Holder holder, RunWatcher watcher, StopSignal stop) {
		@Nullable Instant deadline = this.settings.deadline(task.due(), ZonedDateTime.now());
		if (deadline != null) {
			watcher.due(deadline);
		}
		Instant began = Instant.now();
		Session session = new Session(run, task, holder, deadline, this.definitions.recheck(task.job()), stop, watcher);
		this.sessions.open(session);
		try (MDC.MDCCloseable _ = session.logged();
				OwnerWatch _ = OwnerWatch.over(holder, stop);
				Handover _ = Handover.of(session, this.report)) {
			JobExecution execution = this.operator.start(this.job, Sessions.parameters(run));
			VerifyResult result = end(session, execution);
			this.meters.ended(run.key().job(), result, began, deadline);
			return result;
		}
		catch (JobExecutionException ex) {
			log.error("run {}: the job could not be launched", run.id(), ex);
			return failed(run, "The job could not be launched: " + ex.getMessage());
		}
		finally {
			session.end();
			this.sessions.close(session);
		}
	}

	private VerifyResult end(Session session, JobExecution execution) {
		Run run = session.run();
		if (execution.getStatus() != BatchStatus.COMPLETED && !session.owns()) {
			session.stop(OwnerWatch.LOST);
		}
		if (execution.getStatus() == BatchStatus.COMPLETED) {
			RunFigures figures = this.report.figures(run);
			List<String> stopped = session.stoppedLanes();
			this.runs.end(run.id(), run.term(), (figures.open() == 0) ? RunState.COMPLETE : RunState.OPEN,
					stopped.isEmpty() ? null : String.join(" ", stopped));
			return new VerifyResult.Finished(this.runs.find(run.id()).orElseThrow(), figures, stopped,
					session.duplicates(), this.report.clearance(run));
		}
		return switch (session.failure()) {
			case UnreadableFile unreadable -> refused(run, VerifyResult.Refused.of(unreadable));
			case Misconfigured misconfigured -> {
				String why = String.valueOf(misconfigured.getMessage());
				yield refused(run, new VerifyResult.Refused(why, why, true));
			}
			case OutOfBalance fault -> failed(run, String.valueOf(fault.getMessage()));
			case ReportUnwritable report -> failed(run, String.valueOf(report.getMessage()));
			case null, default -> session.stopping() ? stopped(session) : failed(run, failure(execution));
		};
	}

	private VerifyResult refused(Run run, VerifyResult.Refused refused) {
		this.runs.end(run.id(), run.term(), RunState.FAILED, refused.why());
		return refused;
	}

	private VerifyResult stopped(Session session) {
		Run run = session.run();
		String why = session.stopReason();
		this.runs.end(run.id(), run.term(), RunState.STOPPED, why);
		return new VerifyResult.Stopped(run, why);
	}

	private VerifyResult failed(Run run, String why) {
		this.runs.end(run.id(), run.term(), RunState.FAILED, why);
		return new VerifyResult.Failed(run, why);
	}

	private static String failure(JobExecution execution) {
		return execution.getAllFailureExceptions()
			.stream()
			.flatMap((exception) -> DatabaseTrouble.in(exception).stream())
			.findFirst()
			.orElseGet(() -> "The job failed in step " + failedStep(execution) + "; the log file has the details.");
	}

	private static String failedStep(JobExecution execution) {
		return execution.getStepExecutions()
			.stream()
			.filter((step) -> step.getStatus().isUnsuccessful())
			.map((step) -> step.getStepName())
			.findFirst()
			.orElse("(none)");
	}

	@FunctionalInterface
	private interface Work {

		VerifyResult with(OwnerLocks.Holder holder) throws BadDefinition;

	}

}
