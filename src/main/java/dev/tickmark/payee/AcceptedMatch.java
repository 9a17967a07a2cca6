package dev.tickmark.payee;

import java.time.Instant;

/**
 * That a person has accepted a close match: for exactly this answer to exactly this
 * question, for a time. There is none for any other verdict.
 *
 * @param by the login name
 * @param until when it ceases to hold for answers that come then
 * @param comment why
 */
public record AcceptedMatch(String by, Instant at, Instant until, String comment) {

	/**
	 * Refuses what cannot be accepted.
	 * @throws IllegalArgumentException when it is no CLOSE_MATCH
	 */
	public static Finding acceptable(Finding finding) {
		if (!isAcceptable(finding.verdict())) {
			throw new IllegalArgumentException("a row with " + finding.verdict() + " cannot be accepted by a person");
		}
		return finding;
	}

	/**
	 * Whether a person may take it for the payee. Whatever says that it is another one,
	 * or that nobody knows, is not for a person to overrule here.
	 */
	public static boolean isAcceptable(Verdict verdict) {
		return switch (verdict) {
			case CLOSE_MATCH -> true;
			case MATCH, NO_MATCH, ACCOUNT_NOT_FOUND, ACCOUNT_UNUSABLE, UNABLE_TO_CHECK, PENDING, ACTION_REQUIRED,
					REJECTED_INPUT, PROVIDER_ERROR ->
				false;
		};
	}

}
