package dev.tickmark.sandbox;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Banfico's error bodies. */
final class BanficoErrors {

	private static final String URL = "https://portal.epc-vop.banfico.io/documentation/account-verification";

	// The documented sample says 10; the sandbox's clock runs fast
	private static final int RETRY_AFTER_SECONDS = 1;

	private BanficoErrors() {
	}

	static Reply of(int status) {
		return switch (status) {
			case 400 -> error(status, "BAD_REQUEST", "The request is invalid", "INVALID_FIELD",
					"The field is invalid, unexpected value");
			case 401 -> error(status, "UNAUTHORISED", "Unauthorized access", "MISSING_SIGNATURE", "Missing signature")
				.with("WWW-Authenticate", "Bearer");
			case 403 ->
				error(status, "FORBIDDEN", "Forbidden resource access", "FORBIDDEN", "Forbidden resource access");
			case 404 -> error(status, "NOT_FOUND", "Resource not found", "NOT_FOUND", "No such resource");
			// Assumption: 405 is listed without an example
			case 405 -> error(status, "METHOD_NOT_ALLOWED", "Method is not allowed", "METHOD_NOT_ALLOWED",
					"The resource does not support this method");
			case 408 -> error(status, "SERVICE_UNAVAILABLE", "Service unavailable", "SERVICE_UNAVAILABLE",
					"CoP Responder time out");
			// Assumption: a bound on bodies is not documented
			case 413 -> error(status, "BAD_REQUEST", "The request is invalid", "INVALID_FIELD", "The body is too long");
			case 421 -> error(status, "METHOD_NOT_ALLOWED", "Method is not allowed", "METHOD_NOT_ALLOWED",
					"This endpoint doesn't currently support the account identification scheme or country where the "
							+ "account is held. Please contact technical support");
			case 429 -> error(status, "TOO_MANY_REQUESTS", "Too many request received", "TOO_MANY_REQUESTS",
					"The client has sent too many request in short period of time")
				.with("Retry-After", RETRY_AFTER_SECONDS);
			case 503 -> error(status, "SERVICE_UNAVAILABLE", "Service unavailable", "SERVICE_UNAVAILABLE",
					"Service currently unavailable, Please try after sometime or contact technical support")
				.with("Retry-After", RETRY_AFTER_SECONDS);
			default -> error(status, "UNEXPECTED_ERROR", "Unexpected error occurred", "UNEXPECTED_ERROR",
					"The operation cannot be complete, an unexpected error occurred");
		};
	}

	static Reply invalid(List<BanficoForm.Fault> faults) {
		ObjectNode envelope = envelope("BAD_REQUEST", "The request is invalid");
		ArrayNode errors = envelope.putArray("errors");
		faults.forEach(fault -> add(errors, fault.code(), fault.message(), fault.path()));
		return Reply.json(400, envelope);
	}

	private static Reply error(int status, String code, String message, String errorCode, String detail) {
		ObjectNode envelope = envelope(code, message);
		add(envelope.putArray("errors"), errorCode, detail, null);
		return Reply.json(status, envelope);
	}

	private static ObjectNode envelope(String code, String message) {
		return Json.object().put("id", UUID.randomUUID().toString()).put("code", code).put("message", message);
	}

	private static void add(ArrayNode errors, String code, String message, @Nullable String path) {
		ObjectNode error = errors.addObject().put("errorCode", code).put("message", message);
		if (path != null) {
			error.put("path", path);
		}
		error.put("url", URL);
	}

}
