package dev.tickmark.sandbox;

import java.util.List;

import static dev.tickmark.sandbox.Course.AT_ONCE;

/** The customers whose sessions with Paysafe go another way than most. */
final class PaysafeMarkers {

	static final Markers<PaysafeReport> ALL = new Markers<>("customer id", PaysafeReport.COMPLETED,
			"COMPLETED, with the instrument",
			List.of(mark("7101", PaysafeReport.UNKNOWN_CUSTOMER, "404, code 5269: no such customer"),
					mark("7108", PaysafeReport.NAME_MISMATCH, "FAILED: NAME_MISMATCH, with the instrument"),
					mark("7122", PaysafeReport.STAYS_ACTIVE, "ACTIVE until it expires"),
					mark("7123", PaysafeReport.LIVES_A_DAY, "ACTIVE, and lives for a day"),
					mark("7124", PaysafeReport.STAYS_ONGOING, "ONGOING_VERIFICATION until it expires"),
					mark("7125", PaysafeReport.STAYS_AWAITING, "AWAITING_USER_INPUT until it expires"),
					mark("7130", PaysafeReport.UNKNOWN_STATUS, "a sessionStatus nobody documented"),
					mark("7131", PaysafeReport.UNKNOWN_REASON, "FAILED, with a statusReason nobody documented"),
					mark("7132", PaysafeReport.NO_REASON, "FAILED without a statusReason"),
					mark("7133", Course.CUT, PaysafeReport.COMPLETED, "opened, but 200 with half a body"),
					mark("7134", PaysafeReport.NO_SECURE_CODE, "opened, but without a secureCode"),
					mark("7135", Course.LOST_ONCE, PaysafeReport.COMPLETED,
							"opened, but the first answer is lost with its connection"),
					mark("7136", PaysafeReport.NO_INSTRUMENT, "COMPLETED, but no instrument"),
					mark("7138", PaysafeReport.LIMIT_REACHED, "400, code DW-BANK-ACCOUNT-LIMIT-EXCEEDED, always"),
					mark("7139", PaysafeReport.SOMEBODY_ELSE, "has an open session already, that somebody else opened"),
					mark("7141", PaysafeReport.MISSING_DETAILS, "FAILED: MISSING_DETAILS, with the instrument"),
					mark("7142", PaysafeReport.UNSUPPORTED_BANK, "FAILED: UNSUPPORTED_BANK"),
					mark("7143", PaysafeReport.INSTRUMENT_NOT_UNIQUE,
							"FAILED: INSTRUMENT_NOT_UNIQUE, with the instrument"),
					mark("7144", PaysafeReport.INTERNAL_ERROR, "FAILED: INTERNAL_ERROR"),
					mark("7145", PaysafeReport.SESSION_EXPIRED, "FAILED: SESSION_EXPIRED, before its time"),
					mark("7146", PaysafeReport.USER_ABANDONED_PROCESS, "FAILED: USER_ABANDONED_PROCESS"),
					mark("7147", PaysafeReport.USER_INTERACTION_ERROR, "FAILED: USER_INTERACTION_ERROR"),
					mark("7148", PaysafeReport.OTHER, "FAILED: OTHER"),
					refusal(Course.always(403), "9403", "403 always"),
					refusal(Course.once(429), "9429", "429 once, then COMPLETED"),
					refusal(Course.once(500), "9500", "500 once, then COMPLETED"),
					refusal(Course.always(500), "8500", "500 always"),
					refusal(Course.once(503), "9503", "503 once, then COMPLETED"),
					refusal(Course.always(503), "8503", "503 always")));

	private PaysafeMarkers() {
	}

	private static Marker<PaysafeReport> mark(String ending, PaysafeReport report, String meaning) {
		return mark(ending, AT_ONCE, report, meaning);
	}

	private static Marker<PaysafeReport> mark(String ending, Course course, PaysafeReport report, String meaning) {
		return new Marker<>(ending, "", course, report, meaning);
	}

	private static Marker<PaysafeReport> refusal(Course course, String ending, String meaning) {
		return mark(ending, course, PaysafeReport.COMPLETED, meaning);
	}

}
