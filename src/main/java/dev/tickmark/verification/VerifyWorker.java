package dev.tickmark.verification;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

import dev.tickmark.ledger.Verifications;
import dev.tickmark.payee.Change;
import dev.tickmark.payee.Verification;

/**
 * Asks the verifications of one slice of one lane, chunk by chunk; the first slice of a
 * lane that is done goes on to what is to be asked again there. The step is built for
 * each slice, because the size of a chunk and the threads are the lane's.
 */
@Component
class VerifyWorker implements Step {

	private static final Logger log = LoggerFactory.getLogger(VerifyWorker.class);

	static final String NAME = "verifyLane";

	static final int SLICES = 4;

	private static final Duration LOOK = Duration.ofMillis(250);

	private final JobRepository repository;

	private final PlatformTransactionManager transactions;

	private final StopPolicy stopPolicy;

	private final Sessions sessions;

	private final Verifications verifications;

	private final Conclusions conclusions;

	private final Attempts attempts;

	private final Rechecks rechecks;

	VerifyWorker(JobRepository repository, PlatformTransactionManager transactions, StopPolicy stopPolicy,
			Sessions sessions, Verifications verifications, Conclusions conclusions, Attempts attempts,
			Rechecks rechecks) {
		this.repository = repository;
		this.transactions = transactions;
		this.stopPolicy = stopPolicy;
		this.sessions = sessions;
		this.verifications = verifications;
		this.conclusions = conclusions;
		this.attempts = attempts;
		this.rechecks = rechecks;
	}

	@Override
	public String getName() {
		return NAME;
	}

	/** The states of the rows say what is left to do, not the state of this step. */
	@Override
	public boolean isAllowStartIfComplete() {
		return true;
	}

	@Override
	public void execute(StepExecution execution) throws JobInterruptedException {
		Session session = this.sessions.of(execution);
		OpenLane lane = session.lane(Slices.provider(execution));
		int slice = Slices.slice(execution);
		try {
			session.work(() -> {
				chunkStep(session, lane, slice, execution.getStepName()).execute(execution);
				return execution;
			});
		}
		finally {
			lane.asked();
		}
		if (execution.getStatus() == BatchStatus.COMPLETED && lane.rechecking().compareAndSet(false, true)) {
			goOn(session, lane);
		}
	}

	/**
	 * The first slice that is done with asking goes on with what is to be asked again: a
	 * lane waits neither for slower lanes nor for its own last answers.
	 */
	private void goOn(Session session, OpenLane lane) throws JobInterruptedException {
		log.info("lane {}: rechecks", lane.progress().provider());
		lane.quiet().set(false);
		try {
			while (!session.stopping()) {
				boolean asking = lane.isAsking();
				boolean last = session.work(() -> this.rechecks.round(session, lane)).last();
				if (last && !asking) {
					return;
				}
				if (last) {
					lane.awaitAsked(LOOK);
				}
			}
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			throw new JobInterruptedException("interrupted while rechecking " + lane.progress().provider());
		}
		finally {
			lane.quiet().set(true);
		}
	}

	private Step chunkStep(Session session, OpenLane lane, int slice, String name) {
		int chunk = lane.chunk();
		// no skip and no retry: a skipped write would ask, and pay, again in later
		// releases of the framework
		return new ChunkOrientedStepBuilder<Verification, Change>(name, this.repository, chunk)
			.reader(new ReadyReader(this.verifications, session, lane.progress().provider(), SLICES, slice, chunk))
			.processor((verification) -> this.attempts.attempt(session, lane, verification).orElse(null))
			.writer((written) -> this.conclusions.write(session, written.getItems()))
			// the default has no transactions at all: a failing write would leave half
			// its rows behind
			.transactionManager(this.transactions)
			.transactionAttribute(Steps.readCommitted())
			.taskExecutor(lane.threads())
			.interruptionPolicy(this.stopPolicy)
			.allowStartIfComplete(true)
			.build();
	}

}
