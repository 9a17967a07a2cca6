package dev.tickmark.verification;

import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepInterruptionPolicy;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.core.step.tasklet.TaskletStep;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/** Makes the steps of a job, with every option that matters set on purpose. */
public final class Steps {

	private final JobRepository repository;

	private final PlatformTransactionManager transactions;

	private final StepInterruptionPolicy stopPolicy;

	public Steps(JobRepository repository, PlatformTransactionManager transactions, StepInterruptionPolicy stopPolicy) {
		this.repository = repository;
		this.transactions = transactions;
		this.stopPolicy = stopPolicy;
	}

	/**
	 * A step of a tasklet. It may run again: the ledger says what is left to do. It has
	 * no transaction around it, because it waits; what it writes brings its own.
	 */
	public Step of(String name, Tasklet tasklet) {
		return of(name, tasklet, this.stopPolicy);
	}

	/**
	 * The step after which nothing is left to do, so it is not stopped once its work is
	 * done: what was reported is never told to be unfinished.
	 */
	public Step last(String name, Tasklet tasklet) {
		return of(name, tasklet, (execution) -> {
			// asked before the work and after it
			if (execution.getCommitCount() == 0) {
				this.stopPolicy.checkInterrupted(execution);
			}
		});
	}

	private Step of(String name, Tasklet tasklet, StepInterruptionPolicy policy) {
		TaskletStep step = new StepBuilder(name, this.repository).tasklet(tasklet, this.transactions)
			.transactionAttribute(new WithoutTransaction())
			.allowStartIfComplete(true)
			.build();
		step.setInterruptionPolicy(policy);
		return step;
	}

	/** A step that does the same for each lane, or each slice of one, side by side. */
	public Step partitioned(String name, String workerName, Step worker, Partitioner partitioner) {
		// one thread a partition and no limit: a lane that waits must not keep another
		// from starting
		SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(name + "-");
		threads.setVirtualThreads(true);
		return new StepBuilder(name, this.repository).partitioner(workerName, partitioner)
			.step(worker)
			.taskExecutor(threads)
			.allowStartIfComplete(true)
			.build();
	}

	/** The transaction around what a chunk writes. */
	public static DefaultTransactionAttribute readCommitted() {
		DefaultTransactionAttribute attribute = new DefaultTransactionAttribute();
		attribute.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
		return attribute;
	}

	/**
	 * None. Whatever is thrown ends the step: with the attribute's own default, an
	 * exception that is checked is swallowed and the tasklet is called again, for ever
	 * (Spring Batch 6.0.4, {@code TaskletStep}).
	 */
	private static final class WithoutTransaction extends DefaultTransactionAttribute {

		private static final long serialVersionUID = 1;

		WithoutTransaction() {
			super(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
		}

		@Override
		public boolean rollbackOn(Throwable failure) {
			return true;
		}

	}

}
