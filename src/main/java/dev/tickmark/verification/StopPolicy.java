package dev.tickmark.verification;

import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepInterruptionPolicy;
import org.springframework.stereotype.Component;

/**
 * Ends a step as STOPPED when a stop was asked for or its thread was interrupted.
 * <p>
 * The step's loop swallows the exception and would call the step COMPLETED with rows
 * unread, for ever; only the mark on the step execution makes it STOPPED (Spring Batch
 * 6.0.4, {@code ChunkOrientedStep.doExecute}).
 */
@Component
public class StopPolicy implements StepInterruptionPolicy {

	private final Sessions sessions;

	StopPolicy(Sessions sessions) {
		this.sessions = sessions;
	}

	@Override
	public void checkInterrupted(StepExecution stepExecution) throws JobInterruptedException {
		check(stepExecution, this.sessions.of(stepExecution).stopping());
	}

	/**
	 * Ends a step if it is to be ended.
	 * @param stopping whether its job was asked to stop
	 */
	public static void check(StepExecution step, boolean stopping) throws JobInterruptedException {
		if (stopping || Thread.currentThread().isInterrupted() || step.isTerminateOnly()) {
			step.setTerminateOnly();
			throw new JobInterruptedException("stopped");
		}
	}

}
