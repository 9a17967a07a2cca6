package dev.tickmark.sandbox;

import java.util.List;
import java.util.Locale;

import static dev.tickmark.sandbox.Course.AT_ONCE;

/** The phones and names that choose Smart Glocal's answer. */
final class SmartglocalMarkers {

	static final Markers<SmartglocalReport> ALL = new Markers<>("phone number", SmartglocalReport.REGISTERED,
			"in_progress, then accepted: registered",
			List.of(mark("7101", "notfound", AT_ONCE, SmartglocalReport.NOT_REGISTERED,
					"cancelled: recipient_not_found, not registered"),
					mark("7106", "", AT_ONCE, SmartglocalReport.CANCELLED, "cancelled without a code"),
					mark("7108", "nomatch", AT_ONCE, SmartglocalReport.NAME_DIFFERS,
							"registered under another name: accepted, or cancelled with name-mismatch-cancels"),
					mark("7122", "", Course.PENDING_EVER, SmartglocalReport.REGISTERED, "in_progress for ever"),
					mark("7123", "", AT_ONCE, SmartglocalReport.PAYMENT_PENDING,
							"in_progress, its payment pending for ever"),
					mark("7124", "", AT_ONCE, SmartglocalReport.NEXT_ACTION,
							"in_progress with next_action confirm for ever"),
					mark("7130", "", AT_ONCE, SmartglocalReport.UNKNOWN_STATUS, "a session status nobody documented"),
					mark("7131", "", AT_ONCE, SmartglocalReport.UNKNOWN_PAYMENT,
							"accepted, with a payment status nobody documented"),
					mark("7132", "", AT_ONCE, SmartglocalReport.NO_PAYMENTS, "accepted without payments"),
					mark("7133", "", Course.CUT, SmartglocalReport.REGISTERED,
							"200 with half a body; the status says registered"),
					mark("7135", "", Course.LOST_ONCE, SmartglocalReport.REGISTERED,
							"taken in, but the first answer is lost with its connection; the status says registered"),
					mark("7136", "", AT_ONCE, SmartglocalReport.PAYMENT_FAILED, "accepted, though its payment failed"),
					mark("7142", "", AT_ONCE, SmartglocalReport.REJECTED, "cancelled: operation_rejected"),
					mark("7143", "", AT_ONCE, SmartglocalReport.CANCELLED_BY_PARTNER,
							"cancelled: session_cancelled_by_partner"),
					mark("7144", "", AT_ONCE, SmartglocalReport.SESSION_ERROR,
							"session error, which is not final and stays so"),
					always(400, "9400", SmartglocalReport.INVALID_REQUEST, "400 invalid_request always"),
					always(403, "9403", SmartglocalReport.AUTHORIZATION_ERROR, "403 authorization_error always"),
					refusal(Course.once(429), "9429", SmartglocalReport.REGISTERED, "429 once, then registered"),
					once("9500", SmartglocalReport.INTERNAL_ERROR), always("8500", SmartglocalReport.INTERNAL_ERROR),
					once("9511", SmartglocalReport.PROVIDER_INTERNAL_ERROR),
					always("8511", SmartglocalReport.PROVIDER_INTERNAL_ERROR),
					once("9512", SmartglocalReport.PROVIDER_ISSUER_UNAVAILABLE),
					always("8512", SmartglocalReport.PROVIDER_ISSUER_UNAVAILABLE),
					once("9513", SmartglocalReport.PROVIDER_TIMEOUT),
					always("8513", SmartglocalReport.PROVIDER_TIMEOUT),
					once("9514", SmartglocalReport.ROUTING_INTERNAL_ERROR),
					always("8514", SmartglocalReport.ROUTING_INTERNAL_ERROR),
					refusal(Course.once(503), "9503", SmartglocalReport.REGISTERED, "503 once, then registered"),
					refusal(Course.always(503), "8503", SmartglocalReport.REGISTERED, "503 always")));

	private SmartglocalMarkers() {
	}

	private static Marker<SmartglocalReport> mark(String ending, String word, Course course, SmartglocalReport report,
			String meaning) {
		return new Marker<>(ending, word, course, report, meaning);
	}

	private static Marker<SmartglocalReport> once(String ending, SmartglocalReport report) {
		return refusal(Course.once(500), ending, report, "500 " + code(report) + " once, then registered");
	}

	private static Marker<SmartglocalReport> always(String ending, SmartglocalReport report) {
		return always(500, ending, report, "500 " + code(report) + " always");
	}

	private static Marker<SmartglocalReport> always(int status, String ending, SmartglocalReport report,
			String meaning) {
		return refusal(Course.always(status), ending, report, meaning);
	}

	private static Marker<SmartglocalReport> refusal(Course course, String ending, SmartglocalReport report,
			String meaning) {
		return mark(ending, "", course, report, meaning);
	}

	private static String code(SmartglocalReport report) {
		return report.name().toLowerCase(Locale.ROOT);
	}

}
