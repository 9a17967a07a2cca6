package dev.tickmark.provider.paysafe;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Verdict;

/** Why a session failed: the page's values of {@code statusReason}. */
enum Failure {

	UNSUPPORTED_BANK(Verdict.UNABLE_TO_CHECK, "Paysafe cannot verify accounts at the customer's bank."),
	NAME_MISMATCH(Verdict.NO_MATCH, "The account holder's name is not the one that Paysafe has for this customer."),
	INSTRUMENT_NOT_UNIQUE(Verdict.UNABLE_TO_CHECK,
			"Another customer uses the same account, as with shared ones; Paysafe's support has to review it."),
	MISSING_DETAILS(Verdict.UNABLE_TO_CHECK, "The bank did not tell enough to prove whose account it is."),
	INTERNAL_ERROR(Verdict.PROVIDER_ERROR, "Paysafe failed while it verified the account."),
	SESSION_EXPIRED(Verdict.ACTION_REQUIRED,
			"The session expired before the customer had finished; a new session is needed."),
	USER_ABANDONED_PROCESS(Verdict.ACTION_REQUIRED,
			"The customer left before naming an account; a new session is needed."),
	USER_INTERACTION_ERROR(Verdict.ACTION_REQUIRED,
			"An error kept the customer from choosing an account; a new session is needed."),
	OTHER(Verdict.PROVIDER_ERROR, "Paysafe cannot say why the session failed; its support has to be asked.");

	private final Verdict verdict;

	private final String reason;

	Failure(Verdict verdict, String reason) {
		this.verdict = verdict;
		this.reason = reason;
	}

	/** The failure of that name; null for a word that is not documented. */
	static @Nullable Failure named(String word) {
		return Arrays.stream(values()).filter((failure) -> failure.name().equals(word)).findFirst().orElse(null);
	}

	/** Whether another session may end otherwise. */
	boolean callsForAnotherSession() {
		return this.verdict == Verdict.ACTION_REQUIRED || this == INTERNAL_ERROR;
	}

	Finding finding(String session) {
		return Finding.of(this.verdict, this.reason)
			.name((this == NAME_MISMATCH) ? NameMatch.NONE : NameMatch.NOT_CHECKED)
			.basis(Basis.OWNERSHIP)
			.code(name())
			.reference(session);
	}

}
