package dev.tickmark.sandbox;

/**
 * PaySway's error bodies. The HTTP status of each code, and Retry-After, are assumptions:
 * only the codes are documented.
 *
 * @see <a href="https://docs.paysway.io/get-started/errors">PaySway: errors</a>
 */
final class PayswayErrors {

	private static final int RETRY_AFTER_SECONDS = 1;

	private PayswayErrors() {
	}

	static Reply of(int status) {
		return switch (status) {
			case 401 -> of(status, "AUTH_TOKEN_NOT_FOUND", "The access token is missing or unknown")
				.with("WWW-Authenticate", "Bearer");
			case 403 -> of(status, "FORBIDDEN", "Access to this resource is forbidden");
			case 404 -> of(status, "NOT_FOUND", "No such resource");
			case 405 -> of(status, "BAD_REQUEST", "The resource does not support this method");
			case 413 -> of(status, "BAD_REQUEST", "The body is too long");
			case 429 ->
				of(status, "AUTH_TOO_MANY_REQUESTS", "Too many requests").with("Retry-After", RETRY_AFTER_SECONDS);
			case 503 ->
				of(status, "UNEXPECTED_ERROR", "The service is unavailable").with("Retry-After", RETRY_AFTER_SECONDS);
			default -> of(status, "UNEXPECTED_ERROR", "An unexpected error occurred");
		};
	}

	static Reply of(int status, String code, String message) {
		return Reply.json(status, Json.object().put("code", code).put("message", message));
	}

}
