package dev.tickmark.verification;

import org.jspecify.annotations.Nullable;

import dev.tickmark.verification.definition.Deadline;

/**
 * Which run is to go on, by its number and without its file: its rows are in the ledger.
 *
 * @param run the run's number
 * @param deadline when it must be over; null leaves it to the definition that the run
 * keeps, and to the settings
 * @param sandbox whether the sandbox answers in this process: a run goes on where it
 * began
 * @param waits whether it waits until its deadline for what is due later; if not, it ends
 * when nothing more is due soon, as it does without a deadline
 * @param asking from when its deadline counts; null: from now
 */
public record GoOnCommand(long run, @Nullable Deadline deadline, boolean sandbox, boolean waits,
		@Nullable Asking asking) {

	/** One that waits until its deadline. */
	public GoOnCommand(long run, @Nullable Deadline deadline, boolean sandbox) {
		this(run, deadline, sandbox, true);
	}

	/** One whose deadline counts from now. */
	public GoOnCommand(long run, @Nullable Deadline deadline, boolean sandbox, boolean waits) {
		this(run, deadline, sandbox, waits, null);
	}

	/** When it must be over; the job's own deadline is handed in. */
	@Nullable Deadline due(@Nullable Deadline ofJob) {
		Deadline said = (this.deadline != null) ? this.deadline : ofJob;
		return (said != null && this.asking != null) ? this.asking.moment(said) : said;
	}

}
