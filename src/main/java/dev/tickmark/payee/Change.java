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
 */
public record Change(long verification, VerificationState state, @Nullable Instant nextAttemptAt, int attempts,
		int failures, @Nullable Instant deadline, @Nullable Integer askingCall, Finding finding, Instant checkedAt) {

}
