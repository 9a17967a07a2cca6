package dev.tickmark.verification;

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

/** Puts the verification job together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ RecheckSettings.class, VerificationSettings.class })
class VerificationConfiguration {

	static final String JOB = "verification";

	private final JobRepository repository;

	private final Steps steps;

	VerificationConfiguration(JobRepository repository, PlatformTransactionManager transactions,
			StopPolicy stopPolicy) {
		this.repository = repository;
		this.steps = new Steps(repository, transactions, stopPolicy);
	}

	@Bean
	Job verification(IntakeTasklet intake, Step verify, Step recheck, BalanceTasklet balance, ReportTasklet report) {
		// no incrementer: with one, start() would ignore the parameters it is given
		return new JobBuilder(JOB, this.repository).start(this.steps.of("intake", intake))
			.next(verify)
			.next(recheck)
			.next(this.steps.of("balance", balance))
			.next(this.steps.last("report", report))
			.build();
	}

	@Bean
	Step verify(VerifyWorker worker, Partitioner verifySlices) {
		return this.steps.partitioned("verify", VerifyWorker.NAME, worker, verifySlices);
	}

	@Bean
	Step recheck(RecheckTasklet tasklet, Partitioner recheckLanes) {
		return this.steps.partitioned("recheck", "recheckLane", this.steps.of("recheckLane", tasklet), recheckLanes);
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

}
