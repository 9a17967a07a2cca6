package dev.tickmark.ledger;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.CallKind;

/**
 * A call that a statement may charge.
 *
 * @param verification the verification's number
 * @param run the number of its run
 * @param call the call's number within the verification
 * @param certain whether it was answered with success, so that the provider did the work
 * @param reference the provider's id of what it asked
 * @param requestId what we called the request
 * @param verdict what the verification came to
 */
public record Charge(long verification, long run, int call, CallKind kind, Instant sentAt, boolean certain,
		@Nullable String reference, @Nullable String requestId, @Nullable String verdict) {

}
