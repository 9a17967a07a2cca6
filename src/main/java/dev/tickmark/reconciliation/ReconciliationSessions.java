package dev.tickmark.reconciliation;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.Reconciliation;

/**
 * The sessions of this process, by the reconciliation's number: how a step finds its own.
 */
@Component
class ReconciliationSessions {

	private static final String RECONCILIATION = "reconciliation";

	private static final String PASS = "pass";

	private final Map<Long, ReconciliationSession> open = new ConcurrentHashMap<>();

	/** The identity of a pass: the same again restarts it. */
	static JobParameters parameters(Reconciliation reconciliation) {
		return new JobParametersBuilder().addLong(RECONCILIATION, reconciliation.id(), true)
			.addLong(PASS, (long) reconciliation.pass(), true)
			.toJobParameters();
	}

	void open(ReconciliationSession session) {
		if (this.open.putIfAbsent(session.reconciliation().id(), session) != null) {
			throw new IllegalStateException(
					"reconciliation " + session.reconciliation().id() + " is worked on already");
		}
	}

	void close(ReconciliationSession session) {
		this.open.remove(session.reconciliation().id());
	}

	ReconciliationSession of(StepExecution step) {
		Long id = Objects.requireNonNull(step.getJobParameters().getLong(RECONCILIATION), RECONCILIATION);
		return Objects.requireNonNull(this.open.get(id), () -> "no session for reconciliation " + id);
	}

}
