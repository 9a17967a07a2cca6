package dev.tickmark.sandbox;

import java.util.List;

import static dev.tickmark.sandbox.Course.AT_ONCE;

/** The passports and names that choose Bank 131's answer. */
final class Bank131Markers {

	static final Markers<Bank131Report> ALL = new Markers<>("passport number", Bank131Report.VALID,
			"pending, then ok: valid",
			List.of(mark("7108", "nomatch", AT_ONCE, Bank131Report.PASSPORT_VALIDATION_FAILURE,
					"passport_validation_failure"),
					mark("7109", "", AT_ONCE, Bank131Report.INN_VALIDATION_FAILURE, "inn_validation_failure"),
					mark("7117", "", AT_ONCE, Bank131Report.SUCCESS, "status success in place of ok"),
					mark("7122", "", Course.PENDING_EVER, Bank131Report.VALID, "pending for ever"),
					mark("7125", "", AT_ONCE, Bank131Report.EXISTS_NOWHERE, "already_exists without the earlier id"),
					mark("7127", "", AT_ONCE, Bank131Report.REQUEST_NOT_FOUND,
							"request_not_found, though it was taken in"),
					mark("7130", "", AT_ONCE, Bank131Report.UNKNOWN_STATUS, "a status nobody documented"),
					mark("7131", "", AT_ONCE, Bank131Report.UNKNOWN_CODE, "an error code nobody documented"),
					mark("7132", "", AT_ONCE, Bank131Report.NO_ERROR, "status error without an error"),
					mark("7133", "", Course.CUT, Bank131Report.VALID,
							"taken in with half a body; the same again already exists"),
					mark("7134", "", AT_ONCE, Bank131Report.CUT, "the result is half a body, always"),
					mark("7135", "", Course.LOST_ONCE, Bank131Report.VALID,
							"taken in, but the answer is lost with its connection; the same again already exists"),
					mark("7136", "", AT_ONCE, Bank131Report.NO_DATA, "ok without data"),
					mark("7138", "", AT_ONCE, Bank131Report.CUT_ONCE, "the result is half a body once, then valid"),
					refusal(Course.always(403), "9403", "403 always"),
					refusal(Course.always(422), "9422", "422 request_body_validation_error always"),
					refusal(Course.once(429), "9429", "429 once, then valid"),
					refusal(Course.once(500), "9500", "500 once, then valid"),
					refusal(Course.always(500), "8500", "500 always"),
					refusal(Course.once(503), "9503", "503 once, then valid"),
					refusal(Course.always(503), "8503", "503 always")));

	private Bank131Markers() {
	}

	private static Marker<Bank131Report> mark(String ending, String word, Course course, Bank131Report report,
			String meaning) {
		return new Marker<>(ending, word, course, report, meaning);
	}

	private static Marker<Bank131Report> refusal(Course course, String ending, String meaning) {
		return mark(ending, "", course, Bank131Report.VALID, meaning);
	}

}
