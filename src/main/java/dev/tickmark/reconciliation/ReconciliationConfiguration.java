package dev.tickmark.reconciliation;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

import dev.tickmark.verification.Slices;
import dev.tickmark.verification.Steps;
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

	private final Steps steps;

	ReconciliationConfiguration(JobRepository repository, PlatformTransactionManager transactions,
			ReconciliationSessions sessions) {
		this.repository = repository;
		this.steps = new Steps(repository, transactions,
				(execution) -> StopPolicy.check(execution, sessions.of(execution).stopping()));
	}

	@Bean(READ_BACK)
	Job readBack(CollectTasklet collect, Step readBackLanes, ReadBackReport report) {
		// no incrementer: with one, start() would ignore the parameters it is given
		return new JobBuilder(READ_BACK, this.repository).start(this.steps.of("collect", collect))
			.next(readBackLanes)
			.next(this.steps.last("readBackReport", report))
			.build();
	}

	@Bean(STATEMENT)
	Job statementReconciliation(StatementIntake intake, StatementMatch match, StatementReport report) {
		return new JobBuilder(STATEMENT, this.repository).start(this.steps.of("statementIntake", intake))
			.next(this.steps.of("statementMatch", match))
			.next(this.steps.last("statementReport", report))
			.build();
	}

	@Bean(BANK_REPORT)
	Job bankReportReconciliation(BankIntake intake, BankMatch match, BankReportReport report) {
		return new JobBuilder(BANK_REPORT, this.repository).start(this.steps.of("bankIntake", intake))
			.next(this.steps.of("bankMatch", match))
			.next(this.steps.last("bankReport", report))
			.build();
	}

	@Bean
	Step readBackLanes(ReadBackWorker worker, Partitioner readBackSlices) {
		return this.steps.partitioned("readBackLanes", ReadBackWorker.NAME, worker, readBackSlices);
	}

	@Bean
	@StepScope
	static Partitioner readBackSlices(ReconciliationSessions sessions, @Value("#{stepExecution}") StepExecution step) {
		return Slices.of(() -> sessions.of(step).lanes().stream().map((lane) -> lane.progress().provider()).toList(),
				ReadingLane.SLICES);
	}

}
