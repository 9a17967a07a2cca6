package dev.tickmark.provider.smartglocal;

import java.util.regex.Pattern;

/**
 * What an {@code error.code} is about. Assumption: the provider has no list of its own,
 * so that the codes are those of Bank 131, whose interface is the same.
 *
 * @see <a href="https://developer.131.ru/en/reference/errors">Bank 131's list</a>
 */
enum ErrorCode {

	/** The data of the call. */
	REQUEST,
	/** Who we are, our signature, or what we may do. */
	PARTNER,
	/** A fault on the way to the bank that may pass. */
	TECHNICAL,
	/** The session is past what was asked of it. */
	WRONG_STATE,
	/** The idempotency key was used before. */
	KEY_USED,
	/** Somebody stopped it, whatever the payee. */
	STOPPED,
	/** Any other: the list may change without notice. */
	OTHER;

	/** Families of codes that speak of anything but a recipient who is not registered. */
	private static final Pattern ELSEWHERE = Pattern.compile("(provider|routing|internal|taxpayer|card)_");

	static ErrorCode of(String word) {
		return switch (word) {
			case "invalid_request" -> REQUEST;
			case "identification_error", "authentication_error", "authorization_error" -> PARTNER;
			case "internal_error", "provider_internal_error", "provider_issuer_unavailable", "provider_timeout",
					"routing_internal_error" ->
				TECHNICAL;
			case "session_wrong_state" -> WRONG_STATE;
			case "idempotency_key_already_exists" -> KEY_USED;
			case "session_cancelled_by_partner", "operation_rejected", "provider_exceeds_amount_limit" -> STOPPED;
			default -> ELSEWHERE.matcher(word).lookingAt() ? STOPPED : OTHER;
		};
	}

	/** Whether a check that was called off for this says nothing about the payee. */
	boolean saysNothing() {
		return switch (this) {
			case REQUEST, PARTNER, TECHNICAL, WRONG_STATE, KEY_USED, STOPPED -> true;
			case OTHER -> false;
		};
	}

}
