package dev.tickmark.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.Verifications;
import dev.tickmark.payee.Change;
import dev.tickmark.payee.Verification;

/**
 * Asks again what is due in one lane, a batch at a time, until nothing is open or nothing
 * more will be due in time. Each lane has its own, so that none waits for another.
 */
@Component
class RecheckTasklet implements Tasklet {

	private static final int BATCH = 100;

	private static final Duration LOOK = Duration.ofMillis(100);

	/** After as long the step execution is written again, as a sign of life. */
	private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

	private final Sessions sessions;

	private final Verifications verifications;

	private final Conclusions conclusions;

	private final Attempts attempts;

	private final RecheckSettings settings;

	RecheckTasklet(Sessions sessions, Verifications verifications, Conclusions conclusions, Attempts attempts,
			RecheckSettings settings) {
		this.sessions = sessions;
		this.verifications = verifications;
		this.conclusions = conclusions;
		this.attempts = attempts;
		this.settings = settings;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws InterruptedException {
		StepExecution execution = contribution.getStepExecution();
		Session session = this.sessions.of(execution);
		return session.work(() -> round(session, execution, contribution));
	}

	private RepeatStatus round(Session session, StepExecution execution, StepContribution contribution)
			throws InterruptedException {
		OpenLane lane = session.lane(Slices.provider(execution));
		if (session.over(lane.lane())) {
			return RepeatStatus.FINISHED;
		}
		long run = session.run().id();
		List<Verification> due = this.verifications.due(run, lane.progress().provider(), Instant.now(), BATCH);
		if (!due.isEmpty()) {
			ask(session, lane, due, contribution);
			return RepeatStatus.CONTINUABLE;
		}
		Optional<Instant> next = this.verifications.nextDue(run, lane.progress().provider());
		if (next.isEmpty() || next.get().isAfter(horizon(session))) {
			return RepeatStatus.FINISHED;
		}
		await(session, next.get());
		return RepeatStatus.CONTINUABLE;
	}

	private void ask(Session session, OpenLane lane, List<Verification> due, StepContribution contribution)
			throws InterruptedException {
		List<Future<Optional<Change>>> asked = new ArrayList<>();
		for (Verification verification : due) {
			asked.add(lane.threads().submit(() -> this.attempts.attempt(session, lane, verification)));
		}
		List<Change> made = new ArrayList<>();
		for (Future<Optional<Change>> future : asked) {
			contribution.incrementReadCount();
			result(future).ifPresent(made::add);
		}
		this.conclusions.write(session, made);
		contribution.incrementWriteCount(made.size());
	}

	private static Optional<Change> result(Future<Optional<Change>> future) throws InterruptedException {
		try {
			return future.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("an attempt failed", ex.getCause());
		}
	}

	/** Until when this pass waits: the deadline, or as long as one delay may be. */
	private Instant horizon(Session session) {
		Instant deadline = session.deadline();
		return (deadline != null) ? deadline : Instant.now().plus(this.settings.maxDelay());
	}

	private static void await(Session session, Instant due) throws InterruptedException {
		Instant longest = Instant.now().plus(LONGEST_WAIT);
		Instant until = due.isBefore(longest) ? due : longest;
		while (Instant.now().isBefore(until) && !session.over()) {
			Duration left = Duration.between(Instant.now(), until);
			Thread.sleep((left.compareTo(LOOK) < 0) ? left.plusMillis(1) : LOOK);
		}
	}

}
