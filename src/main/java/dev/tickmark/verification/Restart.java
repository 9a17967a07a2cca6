package dev.tickmark.verification;

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

/**
 * Makes an execution of a job that was cut off one that can be restarted. The caller
 * holds the lock of what the job works on, so nobody is at work on it, whatever the
 * tables say.
 */
@Component
public class Restart {

	private static final Logger log = LoggerFactory.getLogger(Restart.class);

	private final JobOperator operator;

	private final JobRepository repository;

	Restart(JobOperator operator, JobRepository repository) {
		this.operator = operator;
		this.repository = repository;
	}

	/**
	 * Whether Spring Batch will restart the execution. It will not when it was cut off
	 * while it was being created, when it came to its end before the run was marked so,
	 * or when it ended UNKNOWN. Another instance of the job is then as good: the states
	 * of the rows say what is left to do.
	 */
	public boolean isPossible(String job, JobParameters parameters) {
		JobInstance instance = this.repository.getJobInstance(job, parameters);
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
