package dev.tickmark.verification;

import org.jspecify.annotations.Nullable;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.verification.definition.Deadline;
import dev.tickmark.verification.definition.JobDefinition;

/**
 * What is to be done with a run.
 *
 * @param file its file; null when its rows are in the ledger already
 * @param job by which definition it goes
 * @param due when it must be over; null leaves it to the settings
 * @param patience for how long it waits for what is due later
 */
record Task(@Nullable PayeeFile file, JobDefinition job, @Nullable Deadline due, Patience patience) {

	/** What is done with a file. */
	Task(VerifyCommand command, JobDefinition job) {
		this(command.file(), job, command.due(), command.patience());
	}

}
