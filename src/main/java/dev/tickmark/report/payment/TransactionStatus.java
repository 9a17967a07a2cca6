package dev.tickmark.report.payment;

import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Finding;

/**
 * What a status report says of a transaction: the codes for the verification of a payee
 * in ISO 20022's external code set of payment transaction statuses.
 */
public enum TransactionStatus {

	/** Verified without mismatching data. */
	RCVC,
	/** Verified, and the data match closely. */
	RVMC,
	/** Verified, and the data do not match. */
	RVNM,
	/** The verification is complete, and there is nothing to say of the name. */
	RVNA,
	/** Further checks and another status follow. */
	PDNG;

	/**
	 * The status of a row. A bank takes RCVC for a name that agrees with an account, so
	 * no other MATCH is one: where a registration, a document or an ownership was looked
	 * up, there is nothing to say of name and account. The same holds for an account that
	 * was not found or cannot be used: the scheme for payments in euro answers "no
	 * verification possible" then, and so it stays apart from a name that is wrong.
	 */
	public static TransactionStatus of(Finding finding) {
		return switch (finding.verdict()) {
			case MATCH -> (finding.basis() == Basis.NAME_AND_ACCOUNT) ? RCVC : RVNA;
			case CLOSE_MATCH -> RVMC;
			case NO_MATCH -> RVNM;
			case ACCOUNT_NOT_FOUND, ACCOUNT_UNUSABLE, UNABLE_TO_CHECK, REJECTED_INPUT -> RVNA;
			case PENDING, ACTION_REQUIRED, PROVIDER_ERROR -> PDNG;
		};
	}

}
