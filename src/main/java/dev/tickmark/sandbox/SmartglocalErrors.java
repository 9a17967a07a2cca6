package dev.tickmark.sandbox;

import tools.jackson.databind.node.ObjectNode;

/**
 * Smart Glocal's error bodies. The codes are those of its sibling Bank 131; the HTTP
 * status of each is an assumption.
 *
 * @see <a href="https://developer.131.ru/en/reference/errors">Bank 131: errors</a>
 */
final class SmartglocalErrors {

	private static final int RETRY_AFTER_SECONDS = 1;

	private SmartglocalErrors() {
	}

	static Reply of(int status) {
		return switch (status) {
			case 400 -> invalid("The request is invalid");
			case 401 -> of(status, "identification_error", "The project is not known");
			case 403 -> of(status, "authorization_error", "The operation is not allowed for this project");
			case 404 -> of(status, "invalid_request", "No such method");
			case 405 -> of(status, "invalid_request", "The method is called in another way");
			case 413 -> of(status, "invalid_request", "The body is too long");
			// Assumption: a limit is not documented
			case 429 -> of(status, "too_many_requests", "Too many requests").with("Retry-After", RETRY_AFTER_SECONDS);
			case 503 ->
				of(status, "internal_error", "The service is unavailable").with("Retry-After", RETRY_AFTER_SECONDS);
			default -> of(status, "internal_error", "An internal error occurred");
		};
	}

	static Reply invalid(String description) {
		return of(400, "invalid_request", description);
	}

	static Reply of(int status, String code, String description) {
		ObjectNode envelope = Json.object().put("status", "error");
		envelope.set("error", error(code, description));
		return Reply.json(status, envelope);
	}

	static ObjectNode error(String code, String description) {
		return Json.object().put("code", code).put("description", description);
	}

}
