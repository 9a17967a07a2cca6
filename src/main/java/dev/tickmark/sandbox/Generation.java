package dev.tickmark.sandbox;

/**
 * Which published form of PaySway's contract is spoken.
 *
 * @see <a href=
 * "https://docs.paysway.io/api-reference/payment-preparation/submit-account-verification">PaySway:
 * submit account verification</a>
 */
public enum Generation {

	/** Name matches read {@code MATCH}; neither account type nor scheme code is told. */
	C,
	/** Name matches read {@code FULL_MATCH}; with account type and scheme code. */
	D

}
