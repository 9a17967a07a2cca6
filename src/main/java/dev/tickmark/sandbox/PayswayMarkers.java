package dev.tickmark.sandbox;

import java.util.List;

import static dev.tickmark.sandbox.Course.AT_ONCE;

/** The accounts and names that choose PaySway's answer. */
final class PayswayMarkers {

	static final Markers<PayswayReport> ALL = new Markers<>("account number or IBAN", PayswayReport.MATCHED,
			"full match",
			List.of(mark("7101", "notfound", AT_ONCE, PayswayReport.NOT_FOUND, "account NOT_FOUND"),
					mark("7102", "optedout", AT_ONCE, PayswayReport.FORBIDDEN, "account FORBIDDEN"),
					mark("7103", "closematch", AT_ONCE, PayswayReport.PARTIAL, "PARTIAL_MATCH, with the holder's name"),
					mark("7104", "", AT_ONCE, PayswayReport.TYPE_DIFFERS,
							"the name agrees, the account type does not (generation C cannot say so)"),
					mark("7108", "nomatch", AT_ONCE, PayswayReport.NO_MATCH, "NO_MATCH"),
					mark("7110", "", AT_ONCE, PayswayReport.NOAP,
							"NOT_FOUND with EPC_VOP_NOAP (generation C has no code)"),
					mark("7115", "", AT_ONCE, PayswayReport.PARTIAL_WITHHELD,
							"PARTIAL_MATCH, the holder's name withheld"),
					mark("7116", "", AT_ONCE, PayswayReport.NAME_ABSENT, "COMPLETED, but no matchStatus"),
					mark("7120", "pendingfirst", Course.PENDING_FIRST, PayswayReport.MATCHED,
							"PENDING, then a full match"),
					mark("7121", "", Course.PENDING_FIRST, PayswayReport.NO_MATCH, "PENDING, then NO_MATCH"),
					mark("7122", "", Course.PENDING_EVER, PayswayReport.MATCHED, "PENDING for ever"),
					mark("7130", "", AT_ONCE, PayswayReport.UNKNOWN_STATUS, "an accountStatus nobody documented"),
					mark("7131", "", AT_ONCE, PayswayReport.UNKNOWN_NAME, "a matchStatus nobody documented"),
					mark("7132", "", AT_ONCE, PayswayReport.NO_RESULT, "COMPLETED without a result"),
					mark("7133", "", Course.CUT, PayswayReport.MATCHED, "200 with half a body"),
					mark("7135", "", Course.LOST_ONCE, PayswayReport.MATCHED,
							"accepted, but the first answer is lost with its connection; then a full match"),
					mark("7137", "", AT_ONCE, PayswayReport.UNKNOWN_STATE, "a state nobody documented"),
					mark("7141", "", AT_ONCE, PayswayReport.INVALID_FIELD, "FAILED: INVALID_FIELD"),
					mark("7142", "", AT_ONCE, PayswayReport.UNSUPPORTED_FINANCIAL_INSTITUTION,
							"FAILED: UNSUPPORTED_FINANCIAL_INSTITUTION"),
					mark("7143", "", AT_ONCE, PayswayReport.UNAVAILABLE_FINANCIAL_INSTITUTION,
							"FAILED: UNAVAILABLE_FINANCIAL_INSTITUTION"),
					mark("7144", "", AT_ONCE, PayswayReport.UNEXPECTED_ERROR, "FAILED: UNEXPECTED_ERROR"),
					mark("7145", "", Course.PENDING_FIRST, PayswayReport.UNSUPPORTED_FINANCIAL_INSTITUTION,
							"PENDING, then FAILED: UNSUPPORTED_FINANCIAL_INSTITUTION"),
					refusal(Course.always(403), "9403", "403 always"),
					refusal(Course.once(429), "9429", "429 once, then a full match"),
					refusal(Course.once(500), "9500", "500 once, then a full match"),
					refusal(Course.always(500), "8500", "500 always"),
					refusal(Course.once(503), "9503", "503 once, then a full match"),
					refusal(Course.always(503), "8503", "503 always")));

	private PayswayMarkers() {
	}

	private static Marker<PayswayReport> mark(String ending, String word, Course course, PayswayReport report,
			String meaning) {
		return new Marker<>(ending, word, course, report, meaning);
	}

	private static Marker<PayswayReport> refusal(Course course, String ending, String meaning) {
		return mark(ending, "", course, PayswayReport.MATCHED, meaning);
	}

}
