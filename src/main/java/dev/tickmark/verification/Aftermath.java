package dev.tickmark.verification;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Change;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Verification;
import dev.tickmark.payee.VerificationState;

/** Turns the outcome of an attempt into what becomes of the verification. */
class Aftermath {

	/**
	 * A refusal by a full provider uses up no attempt, but even these have an end: so
	 * many for each attempt that is allowed.
	 */
	private static final int REFUSALS_PER_ATTEMPT = 20;

	private final RecheckSettings settings;

	Aftermath(RecheckSettings settings) {
		this.settings = settings;
	}

	/**
	 * What becomes of a verification.
	 * @param asked whether it was asked, so that it counts as an attempt
	 * @param refusals how often in a row, in this process, the provider said that it is
	 * full
	 * @param answeredAt when the answer was received that the outcome rests on
	 */
	Change of(Verification before, boolean asked, int refusals, Outcome outcome, Instant now, Instant answeredAt) {
		int attempts = before.attempts() + (asked ? 1 : 0);
		// a call that may have reached the provider stays in doubt until something is
		// asked
		Integer askingCall = asked ? null : before.askingCall();
		Draft draft = new Draft(before, attempts, refusals, askingCall, now, answeredAt);
		return switch (outcome) {
			case Outcome.Concluded concluded -> draft.end(VerificationState.CONCLUDED, concluded.finding());
			// nobody looked whose answer it is
			case Outcome.Adopted adopted -> draft.end(VerificationState.CONCLUDED, adopted.otherwise());
			case Outcome.Rejected rejected -> draft.end(VerificationState.CONCLUDED, rejected.finding());
			case Outcome.Held held -> draft.end(VerificationState.HELD, held.finding());
			case Outcome.LaneFault fault -> draft.end(VerificationState.HELD, fault.finding()).withSameAction();
			case Outcome.ActionRequired action -> actionRequired(draft, action);
			case Outcome.Pending pending -> pending(draft, pending);
			case Outcome.Retryable retryable -> retryable(draft, retryable);
		};
	}

	private Change actionRequired(Draft draft, Outcome.ActionRequired action) {
		Duration after = action.after();
		@Nullable Instant next = (after != null) ? draft.now.plus(after) : null;
		// what comes after a person has acted gets its own time
		return draft.open(VerificationState.ACTION_REQUIRED, next, 0, null, action.finding()).with(action.action());
	}

	private Change pending(Draft draft, Outcome.Pending pending) {
		Instant known = draft.before.deadline();
		Instant deadline = (known != null) ? known : draft.now.plus(pending.atMost());
		if (!draft.now.isBefore(deadline)) {
			Finding given = pending.given().reference(pending.finding().providerReference());
			return draft.end(VerificationState.CONCLUDED, given);
		}
		Duration after = pending.after();
		Instant next = draft.now.plus((after != null) ? after : this.settings.delay(draft.attempts));
		Instant bounded = next.isBefore(deadline) ? next : deadline;
		return draft.open(VerificationState.WAITING, bounded, 0, deadline, pending.finding());
	}

	private Change retryable(Draft draft, Outcome.Retryable retryable) {
		// a refusal before anything was asked must have an end as well
		boolean counts = retryable.counts() || draft.attempts == draft.before.attempts();
		int failures = draft.before.failures() + (counts ? 1 : 0);
		boolean exhausted = failures >= this.settings.maxAttempts()
				|| draft.refusals >= this.settings.maxAttempts() * REFUSALS_PER_ATTEMPT;
		if (exhausted) {
			Finding last = retryable.exhausted();
			return draft.end(last.verdict().isFinal() ? VerificationState.CONCLUDED : VerificationState.HELD, last);
		}
		Duration backOff = this.settings.delay(Math.max(1, failures));
		Duration after = retryable.after();
		Duration wait = (after != null && after.compareTo(backOff) > 0) ? after : backOff;
		// what a person was handed is as good as before
		return draft
			.open(VerificationState.RETRY, draft.now.plus(wait), failures, draft.before.deadline(), retryable.finding())
			.withSameAction();
	}

	private record Draft(Verification before, int attempts, int refusals, @Nullable Integer askingCall, Instant now,
			Instant answeredAt) {

		Change end(VerificationState state, Finding finding) {
			return new Change(this.before.id(), state, null, this.attempts, 0, null, this.askingCall, finding,
					this.answeredAt);
		}

		Change open(VerificationState state, @Nullable Instant next, int failures, @Nullable Instant deadline,
				Finding finding) {
			return new Change(this.before.id(), state, next, this.attempts, failures, deadline, this.askingCall,
					finding, this.answeredAt);
		}

	}

}
