package dev.tickmark.verification;

import java.util.List;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.Balance;
import dev.tickmark.ledger.Runs;
import dev.tickmark.ledger.release.RememberedMatches;

/** Fails the run unless it adds up. */
@Component
class BalanceTasklet implements Tasklet {

	private final Sessions sessions;

	private final Balance balance;

	private final Runs runs;

	private final FallingBack fallingBack;

	private final RememberedMatches remembered;

	BalanceTasklet(Sessions sessions, Balance balance, Runs runs, FallingBack fallingBack,
			RememberedMatches remembered) {
		this.sessions = sessions;
		this.balance = balance;
		this.runs = runs;
		this.fallingBack = fallingBack;
		this.remembered = remembered;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws OutOfBalance {
		Session session = this.sessions.of(contribution.getStepExecution());
		this.fallingBack.rest(session);
		this.remembered.apply(session.run().id(), session.run().term());
		List<String> faults = this.balance.faults(session.run().id());
		if (!faults.isEmpty()) {
			throw session.failed(new OutOfBalance(faults));
		}
		this.runs.endPass(session.run().id());
		session.watcher().asked();
		return RepeatStatus.FINISHED;
	}

}
