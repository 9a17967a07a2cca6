package dev.tickmark.verification;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.verification.definition.JobDefinition;
import dev.tickmark.verification.definition.Deadline;

/**
 * What is to be verified, and how.
 *
 * @param file the payee file
 * @param job what is to be done with it
 * @param reports the folder in which the run gets a folder of its own
 * @param deadline when the run must be over; null leaves it to the job, and to the
 * settings
 * @param sandbox whether the sandbox answers
 * @param again whether to start a new run even if this content has one
 * @param patience for how long it waits for what is due later
 */
public record VerifyCommand(PayeeFile file, JobDefinition job, Path reports, @Nullable Deadline deadline,
		boolean sandbox, boolean again, Patience patience) {

	/** One that waits until its deadline. */
	public VerifyCommand(PayeeFile file, JobDefinition job, Path reports, @Nullable Deadline deadline, boolean sandbox,
			boolean again) {
		this(file, job, reports, deadline, sandbox, again, Patience.UNTIL_DEADLINE);
	}

	/** When the run must be over, by the command or else by its job. */
	@Nullable Deadline due() {
		return (this.deadline != null) ? this.deadline : this.job.deadline();
	}

	/**
	 * How old the answers may be that a new run reuses; null when it reuses none: who
	 * asks again wants to be told anew.
	 */
	@Nullable Duration reuseWithin() {
		return this.again ? null : this.job.reuseWithin();
	}

}
