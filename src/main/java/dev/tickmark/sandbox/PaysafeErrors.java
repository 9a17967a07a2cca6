package dev.tickmark.sandbox;

import java.util.Map;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Paysafe's error bodies. The page of the call lists 400 and 500 only; the codes of the
 * other statuses are those of Paysafe's older interface, and so an assumption here, as is
 * Retry-After.
 *
 * @see <a href=
 * "https://docs.paysafe.com/api/embedded-wallets/business/1.0.0/wallet/init-instrument-verification-session">Paysafe:
 * create an instrument verification session</a>
 */
final class PaysafeErrors {

	private static final int RETRY_AFTER_SECONDS = 1;

	private PaysafeErrors() {
	}

	static Reply of(int status) {
		return switch (status) {
			case 401 -> of(status, "5275", "The credentials are missing, unknown or expired.").with("WWW-Authenticate",
					"Bearer");
			case 403 -> of(status, "5270", "The credentials do not permit this operation.");
			case 404 -> of(status, "5269", "The requested resource does not exist.");
			case 405 -> of(status, "5281", "The resource does not support this method.");
			case 413 -> of(status, "5023", "The request is too long.");
			case 429 ->
				of(status, "1200", "The call was refused by the rate limit.").with("Retry-After", RETRY_AFTER_SECONDS);
			case 503 -> of(status, "DW-SERVICE-UNAVAILABLE", "The service is unavailable.").with("Retry-After",
					RETRY_AFTER_SECONDS);
			default -> of(status, "1000", "Internal Error", "An internal error occurred.");
		};
	}

	static Reply unparseable() {
		return of(400, "5023", "The request could not be parsed.");
	}

	static Reply grantType() {
		return fields(Map.of("grant_type", "must be client_credentials"));
	}

	static Reply customerNotNumeric() {
		return of(400, "DW-CUSTOMER-ID-SHOULD-BE-NUMERIC", "The customer id should be numeric.");
	}

	static Reply instrumentType() {
		return of(400, "DW-INVALID-INSTRUMENT-TYPE-FOR-VERIFICATION",
				"The provided instrument type is not supported for instrument verification.");
	}

	static Reply limit() {
		return of(400, "DW-BANK-ACCOUNT-LIMIT-EXCEEDED", "Customer has reached the limit number of verified bank "
				+ "accounts and open payment instrument verification sessions.");
	}

	/**
	 * The fields that are missing or malformed.
	 * @param faults what is wrong, by field
	 */
	static Reply fields(Map<String, String> faults) {
		ObjectNode body = body("5068", "Fields are missing or malformed.", "Fields are missing or malformed.");
		ArrayNode errors = body.withArray("/error/fieldErrors");
		faults.forEach((field, error) -> errors.addObject().put("field", field).put("error", error));
		return Reply.json(400, body);
	}

	private static Reply of(int status, String code, String message) {
		return of(status, code, message, message);
	}

	private static Reply of(int status, String code, String message, String detail) {
		return Reply.json(status, body(code, message, detail));
	}

	private static ObjectNode body(String code, String message, String detail) {
		ObjectNode body = Json.object();
		body.putObject("error").put("code", code).put("message", message).putArray("details").add(detail);
		return body;
	}

}
