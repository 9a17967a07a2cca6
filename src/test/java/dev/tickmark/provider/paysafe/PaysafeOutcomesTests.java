package dev.tickmark.provider.paysafe;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Dialogue;
import dev.tickmark.provider.DocumentedOutcomesTests;

class PaysafeOutcomesTests extends DocumentedOutcomesTests {

	@Override
	protected String title() {
		return "Paysafe";
	}

	@Override
	protected List<Documented> outcomes() {
		return Stream.of(lists(), sessions(), failures(), refusals(), faults()).flatMap(List::stream).toList();
	}

	private static List<Documented> lists() {
		Dialogue begun = Given.begun();
		String[] ended = Collections.nCopies(Step.Look.SIZE, Given.session("COMPLETED", null)).toArray(String[]::new);
		return List.of(new Documented("the list has no open session", begun.answered(200, Given.list()), null),
				new Documented("the list has an open session",
						begun.answered(200, Given.list(Given.session("ACTIVE", null))), null),
				new Documented("the list has more pages", begun.answered(200, Given.list(ended)), null),
				new Documented("a list that cannot be read", begun.answered(200, "{}"), Verdict.PROVIDER_ERROR));
	}

	private static List<Documented> sessions() {
		String another = Given.session("another", "COMPLETED", null);
		return List.of(
				new Documented("`ACTIVE`, just opened", Given.listed().answered(200, Given.opening()),
						Verdict.ACTION_REQUIRED),
				status("`ACTIVE`", "ACTIVE", null, Verdict.ACTION_REQUIRED),
				status("`AWAITING_USER_INPUT`", "AWAITING_USER_INPUT", null, Verdict.ACTION_REQUIRED),
				new Documented("`ACTIVE`, opened by somebody else",
						Given.adopted().answered(200, Given.session("ACTIVE", null)), Verdict.ACTION_REQUIRED),
				new Documented("`ACTIVE`, its end long past",
						Given.opened()
							.answered(200, Given.session("ACTIVE", null), "date", "Mon, 2 Mar 2026 22:03:01 GMT"),
						Verdict.ACTION_REQUIRED),
				status("`ONGOING_VERIFICATION`", "ONGOING_VERIFICATION", null, Verdict.PENDING),
				status("`COMPLETED`", "COMPLETED", null, Verdict.MATCH),
				new Documented("`COMPLETED`, just opened",
						Given.listed().answered(200, Given.session("COMPLETED", null)), null),
				status("`COMPLETED` with a `statusReason`", "COMPLETED", "OTHER", Verdict.PROVIDER_ERROR),
				new Documented("`COMPLETED` for another kind of instrument",
						Given.opened().answered(200, Given.completed().replace("US_BANK_ACCOUNT", "CARD")),
						Verdict.PROVIDER_ERROR),
				new Documented("`COMPLETED`, another session", Given.opened().answered(200, another),
						Verdict.PROVIDER_ERROR),
				new Documented("`ACTIVE` with a `statusReason` (the page's first example)",
						Given.listed().answered(200, Dialogue.sample("paysafe/session-schema")),
						Verdict.PROVIDER_ERROR),
				status("a `sessionStatus` nobody knows", "SOMETHING_NEW", null, Verdict.PROVIDER_ERROR),
				new Documented("no `sessionStatus`",
						Given.opened().answered(200, Given.session("ACTIVE", null).replace("sessionStatus", "other")),
						Verdict.PROVIDER_ERROR),
				new Documented("a body that cannot be read", Given.opened().answered(200, "{"),
						Verdict.PROVIDER_ERROR));
	}

	private static List<Documented> failures() {
		return List.of(failed("NAME_MISMATCH", Verdict.NO_MATCH), failed("UNSUPPORTED_BANK", Verdict.UNABLE_TO_CHECK),
				failed("MISSING_DETAILS", Verdict.UNABLE_TO_CHECK),
				failed("INSTRUMENT_NOT_UNIQUE", Verdict.UNABLE_TO_CHECK),
				failed("SESSION_EXPIRED", Verdict.ACTION_REQUIRED),
				new Documented("`FAILED`, `SESSION_EXPIRED`, opened by somebody else",
						Given.adopted().answered(200, Given.session("FAILED", "SESSION_EXPIRED")), null),
				failed("USER_ABANDONED_PROCESS", Verdict.ACTION_REQUIRED),
				failed("USER_INTERACTION_ERROR", Verdict.ACTION_REQUIRED),
				failed("INTERNAL_ERROR", Verdict.PROVIDER_ERROR), failed("OTHER", Verdict.PROVIDER_ERROR),
				status("`FAILED`, a `statusReason` nobody knows", "FAILED", "SOMETHING_NEW", Verdict.PROVIDER_ERROR),
				status("`FAILED`, no `statusReason`", "FAILED", null, Verdict.PROVIDER_ERROR));
	}

	private static List<Documented> refusals() {
		return List.of(
				new Documented("400 `DW-INVALID-INSTRUMENT-TYPE-FOR-VERIFICATION`",
						Given.listed().answered(400, Dialogue.sample("paysafe/error-400-instrument-type")),
						Verdict.REJECTED_INPUT),
				new Documented("400 `DW-BANK-ACCOUNT-LIMIT-EXCEEDED`",
						Given.listed().answered(400, Dialogue.sample("paysafe/error-400-limit")),
						Verdict.ACTION_REQUIRED),
				refused(400, "DW-CUSTOMER-ID-SHOULD-BE-NUMERIC", Verdict.REJECTED_INPUT),
				refused(400, "5068", Verdict.REJECTED_INPUT),
				new Documented("400 `5068` about `returnUrl`", Given.listed().answered(400, """
						{"error":{"code":"5068","fieldErrors":[{"field":"returnUrl","error":"no"}]}}"""),
						Verdict.PROVIDER_ERROR),
				refused(400, "5023", Verdict.REJECTED_INPUT),
				new Documented("404 `5269` for the customer", Given.begun().answered(404, Given.error("5269")),
						Verdict.REJECTED_INPUT),
				new Documented("404 `5269` for the session", Given.opened().answered(404, Given.error("5269")),
						Verdict.PROVIDER_ERROR),
				new Documented("404 `5269` for the session, three times",
						Given.opened()
							.answered(404, Given.error("5269"))
							.answered(404, Given.error("5269"))
							.answered(404, Given.error("5269")),
						Verdict.PROVIDER_ERROR),
				new Documented("404 without a code", Given.begun().answered(404, ""), Verdict.PROVIDER_ERROR));
	}

	private static List<Documented> faults() {
		Dialogue refused = Given.begun().answered(401, Given.error("5275"));
		return List.of(new Documented("401 `5275` to `5280`", refused, null),
				new Documented("401 `5275` to `5280`, again", refused.answered(401, Given.error("5280")),
						Verdict.PROVIDER_ERROR),
				new Documented("401 with the challenge `SCA`",
						Given.begun().answered(401, Given.error("5275"), "www-authenticate", "SCA"),
						Verdict.PROVIDER_ERROR),
				refused(403, "5270", Verdict.PROVIDER_ERROR), refused(405, "5281", Verdict.PROVIDER_ERROR),
				refused(429, "1200", Verdict.PROVIDER_ERROR),
				new Documented("500 `1000`", Given.listed().answered(500, Dialogue.sample("paysafe/error-500")),
						Verdict.PROVIDER_ERROR),
				refused(502, "1001", Verdict.PROVIDER_ERROR),
				refused(503, "DW-SERVICE-UNAVAILABLE", Verdict.PROVIDER_ERROR),
				new Documented("no answer", Given.listed().unanswered(true), Verdict.PROVIDER_ERROR));
	}

	private static Documented failed(String reason, Verdict verdict) {
		return status("`FAILED`, `" + reason + "`", "FAILED", reason, verdict);
	}

	private static Documented status(String outcome, String status, @Nullable String reason, Verdict verdict) {
		return new Documented(outcome, Given.opened().answered(200, Given.session(status, reason)), verdict);
	}

	private static Documented refused(int status, String code, Verdict verdict) {
		return new Documented(status + " `" + code + "`", Given.listed().answered(status, Given.error(code)), verdict);
	}

}
