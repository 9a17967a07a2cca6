package dev.tickmark.sandbox;

import tools.jackson.databind.node.ObjectNode;

/**
 * Bank 131's error bodies. Of the HTTP statuses only 200, 422 and 500 are documented, and
 * of a 422 only that its description is the code that counts.
 *
 * @see <a href="https://developer.131.ru/docs/en/verification/verification-http/">Bank
 * 131: HTTP codes</a>
 */
final class Bank131Errors {

	private static final int RETRY_AFTER_SECONDS = 1;

	private Bank131Errors() {
	}

	static Reply of(int status) {
		return switch (status) {
			case 403 -> of(status, "forbidden", "Access from this address is not allowed");
			case 404 -> of(status, "not_found", "No such method");
			case 405 -> of(status, "method_not_allowed", "The method is called in another way");
			case 413, 422 -> of(status, "request_error", "request_body_validation_error");
			case 429 -> of(status, "too_many_requests", "Too many requests").with("Retry-After", RETRY_AFTER_SECONDS);
			case 503 ->
				of(status, "internal_error", "The service is unavailable").with("Retry-After", RETRY_AFTER_SECONDS);
			default -> of(status, "internal_error", "Internal error");
		};
	}

	static Reply noProject() {
		return of(422, "request_error", "request_header_validation_error");
	}

	/** An error that is told with HTTP 200, of no check in particular. */
	static Reply told(String code) {
		return Reply.json(200, body(code));
	}

	/** The body of an error that is told with HTTP 200, without data. */
	static ObjectNode body(String code) {
		return body(code, switch (code) {
			case "invalid_sign" -> "Signature verification failure";
			case "passport_validation_failure" -> "Passport validation failure";
			case "inn_validation_failure" -> "Inn validation failure";
			case "already_exists" -> "Request with the same data already exists";
			case "request_not_found" -> "Request with given id not found";
			case "partner_project_not_found" -> "partner project not found";
			default -> "An error nobody documented";
		});
	}

	private static Reply of(int status, String code, String description) {
		return Reply.json(status, body(code, description));
	}

	private static ObjectNode body(String code, String description) {
		ObjectNode body = Bank131Answers.status("error");
		body.putObject("error").put("code", code).put("description", description);
		return body;
	}

}
