package dev.tickmark.verification;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.core.step.tasklet.TaskletStep;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the verification job together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ RecheckSettings.class, VerificationSettings.class })
class VerificationConfiguration {

	static final String JOB = "verification";

	private final JobRepository repository;

	private final PlatformTransactionManager transactions;

	private final StopPolicy stopPolicy;

	VerificationConfiguration(JobRepository repository, PlatformTransactionManager transactions,
			StopPolicy stopPolicy) {
		this.repository = repository;
		this.transactions = transactions;
		this.stopPolicy = stopPolicy;
	}

	@Bean
	Job verification(IntakeTasklet intake, Step verify, Step recheck, BalanceTasklet balance, ReportTasklet report) {
		// no incrementer: with one, start() would ignore the parameters it is given
		return new JobBuilder(JOB, this.repository).start(step("intake", intake))
			.next(verify)
			.next(recheck)
			.next(step("balance", balance))
			.next(step("report", report))
			.build();
	}

	@Bean
	Step verify(VerifyWorker worker, Partitioner verifySlices) {
		return partitioned("verify", VerifyWorker.NAME, worker, verifySlices);
	}

	@Bean
	Step recheck(RecheckTasklet tasklet, Partitioner recheckLanes) {
		return partitioned("recheck", "recheckLane", step("recheckLane", tasklet), recheckLanes);
	}

	@Bean
	@StepScope
	static Partitioner verifySlices(Sessions sessions, @Value("#{stepExecution}") StepExecution step) {
		return Slices.of(() -> sessions.of(step).laneNames(), VerifyWorker.SLICES);
	}

	@Bean
	@StepScope
	static Partitioner recheckLanes(Sessions sessions, @Value("#{stepExecution}") StepExecution step) {
		return Slices.of(() -> sessions.of(step).atWorkAgain().laneNames(), 1);
	}

	private Step partitioned(String name, String workerName, Step worker, Partitioner partitioner) {
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

	/**
	 * Every step may run again: the rows' states say what is left to do. None has a
	 * transaction around it, because they wait; what they write brings its own.
	 */
	private Step step(String name, Tasklet tasklet) {
		TaskletStep step = new StepBuilder(name, this.repository).tasklet(tasklet, this.transactions)
			.transactionAttribute(new WithoutTransaction())
			.allowStartIfComplete(true)
			.build();
		step.setInterruptionPolicy(this.stopPolicy);
		return step;
	}

}
