package dev.tickmark.reconciliation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.ReadBack;
import dev.tickmark.payee.AccountState;
import dev.tickmark.payee.AccountTypeMatch;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Verdict;
import dev.tickmark.payee.Verification;
import dev.tickmark.payee.VerificationState;

/** What the ledger has, and what a provider may answer when it is read back. */
final class GivenReadBack {

	private GivenReadBack() {
	}

	/** A verification that is final here. */
	static ReadBack concluded(Verdict verdict) {
		return of(finding(verdict, "Said then."), VerificationState.CONCLUDED, false);
	}

	/** A verification that is open here. */
	static ReadBack open(Verdict verdict, VerificationState state) {
		return of(finding(verdict, "Said then."), state, false);
	}

	static ReadBack of(@Nullable Finding here, VerificationState state, boolean mayFallBack) {
		Verification verification = new Verification(17, new ProviderName("banfico"),
				new Payee(Map.of(Column.NAME, "Mill Ltd")), 1, 0, null, null, List.of());
		return new ReadBack(verification, "ref-17", here, state, 1, UUID.randomUUID(), 1, mayFallBack, 0);
	}

	static Outcome.Concluded says(Verdict verdict) {
		return new Outcome.Concluded(finding(verdict, "Said now."));
	}

	/** Pending there; whoever stops waiting concludes that. */
	static Outcome.Pending pending(Verdict given) {
		return new Outcome.Pending(finding(Verdict.PENDING, "Not yet."), null, Duration.ofMinutes(1),
				finding(given, "Nobody waits any more."));
	}

	static Outcome.ActionRequired actionRequired() {
		return new Outcome.ActionRequired(finding(Verdict.ACTION_REQUIRED, "Somebody has to act."), null, null);
	}

	/** A failure that may pass, after which that is concluded. */
	static Outcome.Retryable failed(Verdict exhausted) {
		return new Outcome.Retryable(error("It failed."), null, true, false, finding(exhausted, "It failed."));
	}

	static Outcome.Held held(String reason) {
		return new Outcome.Held(error(reason));
	}

	static Finding error(String reason) {
		return finding(Verdict.PROVIDER_ERROR, reason);
	}

	/** Findings that differ in their verdict alone. */
	static Finding finding(Verdict verdict, String reason) {
		return new Finding(verdict, AccountState.ACTIVE, NameMatch.FULL, AccountTypeMatch.UNKNOWN,
				Basis.NAME_AND_ACCOUNT, reason, null, null, null);
	}

}
