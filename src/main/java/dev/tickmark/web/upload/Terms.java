package dev.tickmark.web.upload;

import org.jspecify.annotations.Nullable;

import dev.tickmark.verification.definition.Deadline;

/**
 * How a run is wanted, as the form says it.
 *
 * @param deadline when it has to be over, as it was typed; null leaves it to the job
 * @param again whether everything is to be asked anew; null when nothing was said
 */
record Terms(@Nullable String deadline, @Nullable Boolean again) {

	Terms {
		deadline = (deadline != null && !deadline.isBlank()) ? deadline.strip() : null;
	}

	/** Whether everything is to be asked, and paid, anew. */
	public boolean isAnew() {
		return Boolean.TRUE.equals(this.again);
	}

	/** What is wrong with the deadline, in a sentence; null when nothing is. */
	public @Nullable String problem() {
		try {
			due();
			return null;
		}
		catch (IllegalArgumentException ex) {
			return ex.getMessage() + ".";
		}
	}

	/**
	 * When the run has to be over; null leaves it to the job.
	 * @throws IllegalArgumentException when that cannot be read, with a sentence
	 */
	@Nullable Deadline due() {
		return (this.deadline != null) ? Deadline.parse(this.deadline) : null;
	}

	/** The same in an address that has a question already. */
	String inAddress() {
		return ((this.deadline != null) ? "&deadline=" + Styles.encoded(this.deadline) : "")
				+ (isAnew() ? "&again=true" : "");
	}

}
