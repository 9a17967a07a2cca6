package dev.tickmark.payee;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a verification after an attempt.
 *
 * @param verification the verification's number
 * @param state its new state
 * @param nextAttemptAt when it is due again; null when it is not
 * @param attempts how often it was asked, this time included
 * @param failures how many of the latest attempts failed in a row
 * @param deadline when to stop waiting for a pending answer
 * @param askingCall the number of a call that is still unsettled, because nothing was
 * asked since; null when there is none
 * @param finding what is known now
 * @param checkedAt when the answer that this rests on was received
 * @param action what a person is handed; null when nothing is
 * @param sameAction whether what a person was handed before is still good
 */
public record Change(long verification, VerificationState state, @Nullable Instant nextAttemptAt, int attempts,
		int failures, @Nullable Instant deadline, @Nullable Integer askingCall, Finding finding, Instant checkedAt,
		@Nullable Action action, boolean sameAction) {

	/** Without anything for a person. */
	public Change(long verification, VerificationState state, @Nullable Instant nextAttemptAt, int attempts,
			int failures, @Nullable Instant deadline, @Nullable Integer askingCall, Finding finding,
			Instant checkedAt) {
		this(verification, state, nextAttemptAt, attempts, failures, deadline, askingCall, finding, checkedAt, null,
				false);
	}

	/** With something for a person. */
	public Change with(@Nullable Action newAction) {
		return new Change(this.verification, this.state, this.nextAttemptAt, this.attempts, this.failures,
				this.deadline, this.askingCall, this.finding, this.checkedAt, newAction, false);
	}

	/** With what a person was handed before. */
	public Change withSameAction() {
		return new Change(this.verification, this.state, this.nextAttemptAt, this.attempts, this.failures,
				this.deadline, this.askingCall, this.finding, this.checkedAt, null, true);
	}

}
