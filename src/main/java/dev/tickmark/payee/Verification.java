package dev.tickmark.payee;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One question to one provider about one payee, as the ledger has it.
 *
 * @param id the verification's number
 * @param provider whom to ask
 * @param payee whom to ask about
 * @param attempts how often it was asked so far, polls included
 * @param failures how many of the latest attempts failed in a row
 * @param deadline when to stop waiting for a pending answer; null when nothing is pending
 * @param askingCall the number of the call that was marked as being sent and never
 * settled; null when there is none
 * @param calls its calls so far, in order
 */
public record Verification(long id, ProviderName provider, Payee payee, int attempts, int failures,
		@Nullable Instant deadline, @Nullable Integer askingCall, List<Call> calls) {

	public Verification {
		calls = List.copyOf(calls);
	}

	/** Whether the journal has an answer that nobody has acted upon yet. */
	public boolean answerWaits() {
		return this.askingCall != null && !this.calls.isEmpty() && this.calls.getLast().number() >= this.askingCall;
	}

	/** Whether a call may have reached the provider without leaving an answer here. */
	public boolean inDoubt() {
		return this.askingCall != null && !answerWaits();
	}

}
