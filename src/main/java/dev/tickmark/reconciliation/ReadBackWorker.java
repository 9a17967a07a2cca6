package dev.tickmark.reconciliation;

import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

import dev.tickmark.ledger.ReadBack;
import dev.tickmark.ledger.ReadBackJournal;
import dev.tickmark.ledger.ReadBackOutcome;
import dev.tickmark.ledger.ReadBacks;
import dev.tickmark.verification.Slices;
import dev.tickmark.verification.Steps;
import dev.tickmark.verification.StopPolicy;

/**
 * Reads back the verifications of one slice of one lane, chunk by chunk. The step is
 * built for each slice, because the size of a chunk and the threads are the lane's.
 */
@Component
class ReadBackWorker implements Step {

	static final String NAME = "readBackLane";

	private final JobRepository repository;

	private final PlatformTransactionManager transactions;

	private final ReconciliationSessions sessions;

	private final ReadBacks readBacks;

	private final ReadBackJournal journal;

	private final ReadingBack readingBack;

	ReadBackWorker(JobRepository repository, PlatformTransactionManager transactions, ReconciliationSessions sessions,
			ReadBacks readBacks, ReadBackJournal journal, ReadingBack readingBack) {
		this.repository = repository;
		this.transactions = transactions;
		this.sessions = sessions;
		this.readBacks = readBacks;
		this.journal = journal;
		this.readingBack = readingBack;
	}

	@Override
	public String getName() {
		return NAME;
	}

	/** What has no result yet says what is left to do, not the state of this step. */
	@Override
	public boolean isAllowStartIfComplete() {
		return true;
	}

	@Override
	public void execute(StepExecution execution) throws JobInterruptedException {
		ReconciliationSession session = this.sessions.of(execution);
		ReadingLane lane = session.lane(Slices.provider(execution));
		session.work(() -> {
			chunkStep(session, lane, Slices.slice(execution), execution.getStepName()).execute(execution);
			return execution;
		});
	}

	private Step chunkStep(ReconciliationSession session, ReadingLane lane, int slice, String name) {
		// no skip and no retry: each answer is counted once, and asking again is the
		// lane's
		return new ChunkOrientedStepBuilder<ReadBack, ReadBackOutcome>(name, this.repository, lane.chunk())
			.reader(new ReadBackReader(this.readBacks, session, lane, slice))
			.processor((item) -> this.readingBack.read(session, lane, item).orElse(null))
			.writer((written) -> this.journal.settle(session.reconciliation(), written.getItems()))
			// the default has no transactions at all
			.transactionManager(this.transactions)
			.transactionAttribute(Steps.readCommitted())
			.taskExecutor(lane.threads())
			.interruptionPolicy((step) -> StopPolicy.check(step, session.stopping()))
			.allowStartIfComplete(true)
			.build();
	}

}
