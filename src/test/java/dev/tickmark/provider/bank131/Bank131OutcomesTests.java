package dev.tickmark.provider.bank131;

import java.util.List;

import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Dialogue;
import dev.tickmark.provider.DocumentedOutcomesTests;

class Bank131OutcomesTests extends DocumentedOutcomesTests {

	@Override
	protected String title() {
		return "Bank 131";
	}

	@Override
	protected List<Documented> outcomes() {
		Dialogue asked = Given.asking();
		Dialogue reading = Given.reading();
		Dialogue earlier = Given.readingAnEarlierOne();
		return List.of(
				new Documented("`pending`, in the answer to the question", asked.answered(200, Given.PENDING),
						Verdict.PENDING),
				new Documented("`already_exists` with `data.id`, in the answer to the question", earlier, null),
				new Documented("`ok` with `data.id`, in the answer to the question", asked.answered(200, Given.OK),
						null),
				new Documented("`pending`", reading.answered(200, Given.PENDING), Verdict.PENDING),
				new Documented("`ok`", reading.answered(200, Given.OK), Verdict.MATCH),
				new Documented("`success`", reading.answered(200, Given.status("success", "\"7\"")), Verdict.MATCH),
				new Documented("`ok`, of an earlier check", earlier.answered(200, Given.OK), Verdict.MATCH),
				new Documented("`ok`, of another check than was asked for",
						reading.answered(200, Given.status("ok", "\"8\"")), Verdict.PROVIDER_ERROR),
				new Documented("`passport_validation_failure`",
						reading.answered(200, Given.error("passport_validation_failure")), Verdict.NO_MATCH),
				new Documented("`inn_validation_failure`", reading.answered(200, Given.error("inn_validation_failure")),
						Verdict.NO_MATCH),
				new Documented("`already_exists` with another `data.id`",
						reading.answered(200, Given.error("already_exists", "\"8\"")), null),
				new Documented("`already_exists` with a `data.id` that was read already",
						reading.answered(200, Given.error("already_exists", "\"7\"")), Verdict.PROVIDER_ERROR),
				new Documented("`already_exists` without `data.id`", asked.answered(200, Given.error("already_exists")),
						Verdict.PROVIDER_ERROR),
				new Documented("`request_not_found`", reading.answered(200, Given.error("request_not_found")),
						Verdict.PROVIDER_ERROR),
				new Documented("`request_not_found`, for the third time", notFoundThrice(reading),
						Verdict.PROVIDER_ERROR),
				new Documented("`invalid_sign`, in the answer to the question",
						asked.answered(200, Given.error("invalid_sign")), Verdict.PROVIDER_ERROR),
				new Documented("`invalid_sign`, when the check is read",
						reading.answered(200, Given.error("invalid_sign")), Verdict.PROVIDER_ERROR),
				new Documented("`invalid_sign`, when a check is read that was sent before the settings were read",
						reading.configuredAnew().answered(200, Given.error("invalid_sign")), null),
				new Documented("`invalid_sign`, of an earlier check",
						earlier.answered(200, Given.error("invalid_sign")), Verdict.PROVIDER_ERROR),
				new Documented("`partner_project_not_found`",
						asked.answered(200, Given.error("partner_project_not_found")), Verdict.PROVIDER_ERROR),
				new Documented("an error code that is not documented",
						reading.answered(200, Given.error("something_new")), Verdict.PROVIDER_ERROR),
				new Documented("a `status` that is not documented",
						reading.answered(200, Given.status("done", "\"7\"")), Verdict.PROVIDER_ERROR),
				new Documented("no `status`", reading.answered(200, "{\"data\":{\"id\":\"7\"}}"),
						Verdict.PROVIDER_ERROR),
				new Documented("`ok` and an `error`", reading.answered(200, """
						{"status":"ok","data":{"id":"7"},"error":{"code":"invalid_sign"}}"""), Verdict.PROVIDER_ERROR),
				new Documented("HTTP 200 with a body that is no JSON",
						reading.answered(200, Dialogue.sample("bank131/ok-as-printed")), Verdict.PROVIDER_ERROR),
				new Documented("HTTP 200 with a body that is no JSON, for the second time",
						reading.answered(200, "{").answered(200, "{"), Verdict.PROVIDER_ERROR),
				new Documented("HTTP 422 `request_body_validation_error`",
						asked.answered(422, Given.unprocessable("request_body_validation_error")),
						Verdict.REJECTED_INPUT),
				new Documented("HTTP 422 `request_header_validation_error`",
						asked.answered(422, Given.unprocessable("request_header_validation_error")),
						Verdict.PROVIDER_ERROR),
				new Documented("HTTP 500", asked.answered(500, ""), Verdict.PROVIDER_ERROR),
				new Documented("HTTP 401", asked.answered(401, ""), Verdict.PROVIDER_ERROR),
				new Documented("HTTP 404, of a check", reading.answered(404, ""), Verdict.PROVIDER_ERROR),
				new Documented("HTTP 405, of a check", reading.answered(405, ""), Verdict.PROVIDER_ERROR),
				new Documented("HTTP 429", asked.answered(429, ""), Verdict.PROVIDER_ERROR),
				new Documented("no answer to the question", asked.unanswered(true), Verdict.PROVIDER_ERROR));
	}

	private static Dialogue notFoundThrice(Dialogue dialogue) {
		String body = Given.error("request_not_found");
		return dialogue.answered(200, body).answered(200, body).answered(200, body);
	}

}
