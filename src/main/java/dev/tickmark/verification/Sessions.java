package dev.tickmark.verification;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.Run;

/** The sessions of this process, by the run's number: how a step finds its own. */
@Component
class Sessions {

	/** The job parameter that has the run's number. */
	private static final String RUN = "run";

	/** The job parameter that has the pass's number. */
	private static final String PASS = "pass";

	private final Map<Long, Session> open = new ConcurrentHashMap<>();

	/** The identity of a pass: the same again restarts it. */
	static JobParameters parameters(Run run) {
		return new JobParametersBuilder().addLong(RUN, run.id(), true)
			.addLong(PASS, (long) run.pass(), true)
			.toJobParameters();
	}

	void open(Session session) {
		if (this.open.putIfAbsent(session.run().id(), session) != null) {
			throw new IllegalStateException("run " + session.run().id() + " is worked on already");
		}
	}

	void close(Session session) {
		this.open.remove(session.run().id());
	}

	Session of(StepExecution step) {
		Long run = Objects.requireNonNull(step.getJobParameters().getLong(RUN), RUN);
		return Objects.requireNonNull(this.open.get(run), () -> "no session for run " + run);
	}

}
