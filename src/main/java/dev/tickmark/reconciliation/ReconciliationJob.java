package dev.tickmark.reconciliation;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.stereotype.Service;

import dev.tickmark.intake.UnreadableFile;
import dev.tickmark.ledger.DatabaseTrouble;
import dev.tickmark.ledger.OwnerLocks;
import dev.tickmark.ledger.Reconciliation;
import dev.tickmark.ledger.ReconciliationKind;
import dev.tickmark.ledger.Reconciliations;
import dev.tickmark.ledger.RunState;
import dev.tickmark.ledger.Subject;
import dev.tickmark.provider.Misconfigured;
import dev.tickmark.verification.OwnerWatch;
import dev.tickmark.verification.ReportUnwritable;
import dev.tickmark.verification.Restart;
import dev.tickmark.verification.StopSignal;
import dev.tickmark.verification.definition.BadDefinition;

/** Compares the ledger with others: begins a comparison or continues it. */
@Service
public class ReconciliationJob {

	private static final Logger log = LoggerFactory.getLogger(ReconciliationJob.class);

	private final Map<String, Job> jobs;

	private final JobOperator operator;

	private final Restart restart;

	private final OwnerLocks locks;

	private final Preparation preparation;

	private final Reconciliations reconciliations;

	private final ReconciliationSessions sessions;

	private final ReconciliationSettings settings;

	ReconciliationJob(Map<String, Job> jobs, JobOperator operator, Restart restart, OwnerLocks locks,
			Preparation preparation, Reconciliations reconciliations, ReconciliationSessions sessions,
			ReconciliationSettings settings) {
		this.jobs = jobs;
		this.operator = operator;
		this.restart = restart;
		this.locks = locks;
		this.preparation = preparation;
		this.reconciliations = reconciliations;
		this.sessions = sessions;
		this.settings = settings;
	}

	/**
	 * Compares on the calling thread, until everything is compared or it is stopped.
	 * @param stop by which it may be stopped
	 */
	public ReconcileResult reconcile(ReconcileCommand command, ReconciliationWatcher watcher, StopSignal stop) {
		try (OwnerLocks.Holder holder = this.locks.open()) {
			Preparation.Prepared prepared = this.preparation.prepare(command, holder);
			Subject subject = prepared.subject();
			if (!holder.take(subject.lock(), OwnerLocks.UNTIL_NOTICED)) {
				String other = holder.holder(subject.lock());
				return new ReconcileResult.Busy((other != null) ? other : "another process");
			}
			Optional<Reconciliation> unfinished = this.reconciliations.unfinished(subject);
			Reconciliation reconciliation = unfinished.map((cutOff) -> takenUp(cutOff, command))
				.orElseGet(() -> this.reconciliations.create(subject, command.reports()));
			watcher.began(reconciliation, unfinished.isPresent());
			return work(reconciliation, prepared.material(), holder, watcher, stop);
		}
		catch (CannotReconcile | BadDefinition ex) {
			return new ReconcileResult.Refused(String.valueOf(ex.getMessage()));
		}
	}

	private Reconciliation takenUp(Reconciliation reconciliation, ReconcileCommand command) {
		boolean possible = this.restart.isPossible(name(reconciliation.subject().kind()),
				ReconciliationSessions.parameters(reconciliation));
		return this.reconciliations.takeUp(reconciliation.id(), !possible, command.reports());
	}

	private ReconcileResult work(Reconciliation reconciliation, Material material, OwnerLocks.Holder holder,
			ReconciliationWatcher watcher, StopSignal stop) {
		ReconciliationSession session = new ReconciliationSession(reconciliation, material, holder, this.settings, stop,
				watcher);
		this.sessions.open(session);
		try (OwnerWatch _ = OwnerWatch.over(holder, stop)) {
			JobExecution execution = this.operator.start(job(reconciliation.subject().kind()),
					ReconciliationSessions.parameters(reconciliation));
			return end(session, execution);
		}
		catch (JobExecutionException ex) {
			log.error("reconciliation {}: the job could not be launched", reconciliation.id(), ex);
			return failed(reconciliation, "The job could not be launched: " + ex.getMessage());
		}
		finally {
			session.end();
			this.sessions.close(session);
		}
	}

	private static String name(ReconciliationKind kind) {
		return switch (kind) {
			case PROVIDERS -> ReconciliationConfiguration.READ_BACK;
			case STATEMENT -> ReconciliationConfiguration.STATEMENT;
			case BANK_REPORT -> ReconciliationConfiguration.BANK_REPORT;
		};
	}

	private Job job(ReconciliationKind kind) {
		Job job = this.jobs.get(name(kind));
		if (job == null) {
			throw new IllegalStateException("there is no job " + name(kind));
		}
		return job;
	}

	private ReconcileResult end(ReconciliationSession session, JobExecution execution) {
		Reconciliation reconciliation = session.reconciliation();
		if (execution.getStatus() == BatchStatus.COMPLETED) {
			this.reconciliations.end(reconciliation.id(), reconciliation.term(), RunState.COMPLETE, null);
			return new ReconcileResult.Finished(reconciliation, session.results());
		}
		@Nullable Exception failure = session.failure();
		String why = (failure != null) ? String.valueOf(failure.getMessage()) : "";
		return switch (failure) {
			case CannotReconcile _, UnreadableFile _, Misconfigured _ -> refused(reconciliation, why);
			case Incomplete _, ReportUnwritable _ -> failed(reconciliation, why);
			case null, default -> session.stopping() ? stopped(session) : failed(reconciliation, trouble(execution));
		};
	}

	private static String trouble(JobExecution execution) {
		return execution.getAllFailureExceptions()
			.stream()
			.flatMap((exception) -> DatabaseTrouble.in(exception).stream())
			.findFirst()
			.orElse("The job failed; the log file has the details.");
	}

	/**
	 * The same command looks at it again, and is refused again unless something has
	 * changed.
	 */
	private ReconcileResult refused(Reconciliation reconciliation, String why) {
		this.reconciliations.end(reconciliation.id(), reconciliation.term(), RunState.FAILED, why);
		return new ReconcileResult.Refused(why);
	}

	private ReconcileResult failed(Reconciliation reconciliation, String why) {
		this.reconciliations.end(reconciliation.id(), reconciliation.term(), RunState.FAILED, why);
		return new ReconcileResult.Failed(reconciliation, why);
	}

	private ReconcileResult stopped(ReconciliationSession session) {
		Reconciliation reconciliation = session.reconciliation();
		String why = session.stopReason();
		this.reconciliations.end(reconciliation.id(), reconciliation.term(), RunState.STOPPED, why);
		return new ReconcileResult.Stopped(reconciliation, why);
	}

}
