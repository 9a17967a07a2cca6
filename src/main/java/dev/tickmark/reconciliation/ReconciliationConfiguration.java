package dev.tickmark.reconciliation;

import java.util.List;

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
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.RollbackRuleAttribute;
import org.springframework.transaction.interceptor.RuleBasedTransactionAttribute;

import dev.tickmark.verification.Slices;
import dev.tickmark.verification.StopPolicy;

/** Puts the three reconciliation jobs together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReconciliationSettings.class)
class ReconciliationConfiguration {

	/** The job that reads answers back. */
	static final String READ_BACK = "readBack";

	/** The job that compares a provider's statement. */
	static final String STATEMENT = "statementReconciliation";

	/** The job that compares a bank's report. */
	static final String BANK_REPORT = "bankReportReconciliation";

	private final JobRepository repository;

	private final PlatformTransactionManager transactions;

	private final ReconciliationSessions sessions;

	ReconciliationConfiguration(JobRepository repository, PlatformTransactionManager transactions,
			ReconciliationSessions sessions) {
		this.repository = repository;
		this.transactions = transactions;
		this.sessions = sessions;
	}

	@Bean(READ_BACK)
	Job readBack(CollectTasklet collect, Step readBackLanes, ReadBackReport report) {
		// no incrementer: with one, start() would ignore the parameters it is given
		return new JobBuilder(READ_BACK, this.repository).start(step("collect", collect))
			.next(readBackLanes)
			.next(step("readBackReport", report))
			.build();
	}

	@Bean(STATEMENT)
	Job statementReconciliation(StatementIntake intake, StatementMatch match, StatementReport report) {
		return new JobBuilder(STATEMENT, this.repository).start(step("statementIntake", intake))
			.next(step("statementMatch", match))
			.next(step("statementReport", report))
			.build();
	}

	@Bean(BANK_REPORT)
	Job bankReportReconciliation(BankIntake intake, BankMatch match, BankReportReport report) {
		return new JobBuilder(BANK_REPORT, this.repository).start(step("bankIntake", intake))
			.next(step("bankMatch", match))
			.next(step("bankReport", report))
			.build();
	}

	@Bean
	Step readBackLanes(ReadBackWorker worker, Partitioner readBackSlices) {
		// one thread a partition and no limit: a lane that waits must not keep another
		// from starting
		SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("readBack-");
		threads.setVirtualThreads(true);
		return new StepBuilder("readBackLanes", this.repository).partitioner(ReadBackWorker.NAME, readBackSlices)
			.step(worker)
			.taskExecutor(threads)
			.allowStartIfComplete(true)
			.build();
	}

	@Bean
	@StepScope
	static Partitioner readBackSlices(ReconciliationSessions sessions, @Value("#{stepExecution}") StepExecution step) {
		return Slices.of(() -> sessions.of(step).lanes().stream().map((lane) -> lane.progress().provider()).toList(),
				ReadingLane.SLICES);
	}

	/**
	 * Every step may run again: the ledger says what is left to do. None has a
	 * transaction around it; what they write brings its own.
	 */
	private Step step(String name, Tasklet tasklet) {
		TaskletStep step = new StepBuilder(name, this.repository).tasklet(tasklet, this.transactions)
			.transactionAttribute(new RuleBasedTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED,
					// what is no reason to roll back is swallowed, and the tasklet begins
					// again
					// for ever (Spring Batch 6.0.4, TaskletStep)
					List.of(new RollbackRuleAttribute(Exception.class))))
			.allowStartIfComplete(true)
			.build();
		step.setInterruptionPolicy((execution) -> StopPolicy.check(execution, this.sessions.of(execution).stopping()));
		return step;
	}

}
