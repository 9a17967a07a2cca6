package dev.tickmark.verification;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.CallRecorder;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.Runs;
import dev.tickmark.ledger.Verifications;

/**
 * Takes up a run that was stopped, failed or cut off. The caller holds the run's lock, so
 * nobody is at work on it, whatever the tables say.
 */
@Component
class Recovery {

	private static final Logger log = LoggerFactory.getLogger(Recovery.class);

	private final JobOperator operator;

	private final JobRepository repository;

	private final Runs runs;

	private final Verifications verifications;

	private final CallRecorder recorder;

	Recovery(JobOperator operator, JobRepository repository, Runs runs, Verifications verifications,
			CallRecorder recorder) {
		this.operator = operator;
		this.repository = repository;
		this.runs = runs;
		this.verifications = verifications;
		this.recorder = recorder;
	}

	/** Brings in what an earlier process has set aside. */
	int adopt(Run run) {
		return this.recorder.adopt(run.identity());
	}

	/** Brings a run into a state from which the job can go on. */
	Run takeUp(Run run) {
		int aside = adopt(run);
		boolean restartable = restartable(Sessions.parameters(run));
		// a new term first: from then on nobody else marks anything that would be missed
		Run taken = restartable ? this.runs.continuePass(run.id()) : this.runs.beginPass(run.id());
		int asking = this.verifications.recover(run.id(), Instant.now());
		log.info(
				"run {}: goes on in pass {}; {} verifications were being asked when it ended, {} answers were set aside",
				run.id(), taken.pass(), asking, aside);
		return taken;
	}

	/**
	 * Whether Spring Batch will restart the execution. It will not when it was cut off
	 * while it was being created, when it came to its end before the run was marked so,
	 * or when it ended UNKNOWN. A new pass is then as good: the rows' own states say what
	 * is left to do.
	 */
	private boolean restartable(JobParameters parameters) {
		JobInstance instance = this.repository.getJobInstance(VerificationConfiguration.JOB, parameters);
		if (instance == null) {
			return true;
		}
		for (JobExecution execution : this.repository.getJobExecutions(instance)) {
			if (execution.isRunning() || hasRunningStep(execution)) {
				log.info("job execution {} was cut off and is recovered", execution.getId());
				this.operator.recover(execution);
			}
		}
		return ended(this.repository.getLastJobExecution(instance));
	}

	private static boolean hasRunningStep(JobExecution execution) {
		return execution.getStepExecutions().stream().anyMatch((step) -> step.getStatus().isRunning());
	}

	private static boolean ended(@Nullable JobExecution execution) {
		return execution != null
				&& (execution.getStatus() == BatchStatus.FAILED || execution.getStatus() == BatchStatus.STOPPED)
				&& execution.getStepExecutions().stream().noneMatch((step) -> step.getStatus() == BatchStatus.UNKNOWN);
	}

}
