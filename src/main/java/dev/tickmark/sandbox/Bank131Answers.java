package dev.tickmark.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import tools.jackson.databind.node.ObjectNode;

/**
 * Bank 131's bodies. All that is said of a questionnaire is said with HTTP 200.
 *
 * @param switches how they are written
 * @see <a href="https://developer.131.ru/docs/en/verification/verification-status/">Bank
 * 131: verification status</a>
 */
record Bank131Answers(Bank131Switches switches) {

	Reply pending(String id) {
		return told(status("pending"), id, "Check in progress");
	}

	Reply valid(String status, String id) {
		if (this.switches.brokenSamples() && status.equals("ok")) {
			return broken("""
					{
					"status": "ok",
					"data":
					{
					"id": %s, // check request ID
					"description": "valid",
					"participant":
					{
					reference": "%s"
					}
					}
					}
					""".formatted(literal(id), reference(id)));
		}
		ObjectNode body = status(status);
		ObjectNode data = data(body, id).put("description", "valid");
		data.putObject("participant").put("reference", reference(id));
		return Reply.json(200, body);
	}

	Reply alreadyExists(String earlier) {
		if (this.switches.brokenSamples()) {
			return broken("""
					{
					"status": "error",
					"error": {
					"code": "already_exists",
					"description": "Request with the same data already exists"
					}
					"data": {
					"id": %s // previous verification ID
					}
					}
					""".formatted(literal(earlier)));
		}
		ObjectNode body = Bank131Errors.body("already_exists");
		data(body, earlier);
		return Reply.json(200, body);
	}

	/** An error that is told of the check with this id. */
	Reply failed(String code, String id) {
		ObjectNode body = Bank131Errors.body(code);
		data(body, id);
		return Reply.json(200, body);
	}

	Reply unknownStatus(String id) {
		return told(status("examined"), id, "valid");
	}

	static ObjectNode status(String status) {
		return Json.object().put("status", status);
	}

	private Reply told(ObjectNode body, String id, String description) {
		data(body, id).put("description", description);
		return Reply.json(200, body);
	}

	private ObjectNode data(ObjectNode body, String id) {
		ObjectNode data = body.putObject("data");
		return this.switches.numericIds() ? data.put("id", Long.parseLong(id)) : data.put("id", id);
	}

	private String literal(String id) {
		return this.switches.numericIds() ? id : "\"" + id + "\"";
	}

	private static String reference(String id) {
		return Long.toString(Math.floorMod(Fingerprint.of("reference:" + id), 1_000_000_000L));
	}

	private static Reply broken(String body) {
		return new Reply(200, Map.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
	}

}
