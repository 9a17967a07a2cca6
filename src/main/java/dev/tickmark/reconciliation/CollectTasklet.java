package dev.tickmark.reconciliation;

import java.util.List;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tickmark.ledger.ReadBacks;
import dev.tickmark.ledger.Reconciliation;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.provider.Lane;
import dev.tickmark.provider.Lanes;
import dev.tickmark.provider.Misconfigured;
import dev.tickmark.verification.LaneUse;
import dev.tickmark.verification.OwnedLanes;

/** Notes what is to be read back, once, and opens the lanes for what is left of it. */
@Component
class CollectTasklet implements Tasklet {

	private final ReconciliationSessions sessions;

	private final ReadBacks readBacks;

	private final Lanes lanes;

	private final OwnedLanes owned;

	private final TransactionTemplate transaction;

	CollectTasklet(ReconciliationSessions sessions, ReadBacks readBacks, Lanes lanes, OwnedLanes owned,
			PlatformTransactionManager transactions) {
		this.transaction = new TransactionTemplate(transactions);
		this.sessions = sessions;
		this.readBacks = readBacks;
		this.lanes = lanes;
		this.owned = owned;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context)
			throws CannotReconcile, InterruptedException {
		ReconciliationSession session = this.sessions.of(contribution.getStepExecution());
		Reconciliation reconciliation = session.reconciliation();
		if (reconciliation.items() == null) {
			collect(session);
		}
		try {
			open(session, this.readBacks.lanes(reconciliation.id()));
		}
		catch (Misconfigured ex) {
			throw session.failed(ex);
		}
		return RepeatStatus.FINISHED;
	}

	private void collect(ReconciliationSession session) throws CannotReconcile {
		Reconciliation reconciliation = session.reconciliation();
		List<Long> leftOut = (session.material() instanceof Material.Answers answers) ? answers.leftOut() : List.of();
		Boolean some = this.transaction.execute((status) -> {
			boolean found = this.readBacks.collect(reconciliation, leftOut) > 0;
			if (!found) {
				// or the next time nothing would be looked for, and nothing found to
				// differ
				status.setRollbackOnly();
			}
			return found;
		});
		if (!Boolean.TRUE.equals(some)) {
			throw session.failed(new CannotReconcile("There is nothing to be read back: no provider has given a"
					+ " reference for any answer that is meant."));
		}
	}

	private void open(ReconciliationSession session, List<ReadBacks.LaneShare> shares) throws InterruptedException {
		List<ReadBacks.LaneShare> needed = shares.stream().filter((share) -> share.done() < share.total()).toList();
		List<ProviderName> names = needed.stream().map(ReadBacks.LaneShare::provider).toList();
		// in the order of their names, as every process takes them
		List<Lane> opened = List.copyOf(this.lanes.open(names).values());
		for (int i = 0; i < opened.size(); i++) {
			LaneUse use = session.uses(this.owned.take(opened.get(i), session.laneUser()));
			session.add(ReadingLane.of(use, needed.get(i).total(), needed.get(i).done()));
		}
		session.watcher().opened(session.lanes().stream().map(ReadingLane::progress).toList());
	}

}
