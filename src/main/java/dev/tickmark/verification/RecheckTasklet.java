package dev.tickmark.verification;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/**
 * Rechecks one lane, round by round: after each the step execution is written again, as a
 * sign of life. Each lane has its own, so that none waits for another.
 */
@Component
class RecheckTasklet implements Tasklet {

	private final Sessions sessions;

	private final Rechecks rechecks;

	RecheckTasklet(Sessions sessions, Rechecks rechecks) {
		this.sessions = sessions;
		this.rechecks = rechecks;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws InterruptedException {
		StepExecution execution = contribution.getStepExecution();
		Session session = this.sessions.of(execution);
		OpenLane lane = session.lane(Slices.provider(execution));
		Rechecks.Round round = Rechecks.Round.LAST;
		try {
			round = session.work(() -> this.rechecks.round(session, lane));
		}
		finally {
			// also when it fails: nobody is to wait for it then
			lane.quiet().set(lane.quiet().get() || round.last());
		}
		for (int i = 0; i < round.asked(); i++) {
			contribution.incrementReadCount();
		}
		contribution.incrementWriteCount(round.written());
		return round.last() ? RepeatStatus.FINISHED : RepeatStatus.CONTINUABLE;
	}

}
