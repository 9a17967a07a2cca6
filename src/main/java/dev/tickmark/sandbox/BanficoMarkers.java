package dev.tickmark.sandbox;

import java.util.List;

import static dev.tickmark.sandbox.Course.AT_ONCE;

/** The accounts and names that choose Banfico's answer. */
final class BanficoMarkers {

	static final Markers<BanficoReport> ALL = new Markers<>("account number or IBAN", BanficoReport.MATCHED,
			"full match",
			List.of(mark("7101", "notfound", AT_ONCE, BanficoReport.AC01, "AC01: no such account"),
					mark("7102", "optedout", AT_ONCE, BanficoReport.OPTO, "OPTO: the holder opted out"),
					mark("7103", "closematch", AT_ONCE, BanficoReport.MBAM,
							"MBAM: close match, with the holder's name"),
					mark("7104", "", AT_ONCE, BanficoReport.BANM,
							"BANM: the name agrees, the account is a business one"),
					mark("7105", "", AT_ONCE, BanficoReport.PANM,
							"PANM: the name agrees, the account is a personal one"),
					mark("7106", "", AT_ONCE, BanficoReport.BAMM,
							"BAMM: close match on a business account, with its name"),
					mark("7107", "", AT_ONCE, BanficoReport.PAMM,
							"PAMM: close match on a personal account, with its name"),
					mark("7108", "nomatch", AT_ONCE, BanficoReport.ANNM, "ANNM: the name does not match"),
					mark("7109", "", AT_ONCE, BanficoReport.IVCR, "IVCR: the secondary reference is wrong"),
					mark("7110", "", AT_ONCE, BanficoReport.ACNS, "ACNS: accounts of this kind are not supported"),
					mark("7111", "", AT_ONCE, BanficoReport.CASS, "CASS: the account was switched to another bank"),
					mark("7112", "", AT_ONCE, BanficoReport.SCNS, "SCNS: the sort code is not served"),
					mark("7113", "dormantaccount", AT_ONCE, BanficoReport.INACTIVE,
							"account INACTIVE, though the name agrees"),
					mark("7114", "closedaccount", AT_ONCE, BanficoReport.CLOSED, "account CLOSED"),
					mark("7115", "", AT_ONCE, BanficoReport.MBAM_WITHHELD,
							"MBAM: close match, the holder's name withheld"),
					mark("7116", "", AT_ONCE, BanficoReport.NAME_UNCHECKED, "account ACTIVE, name UNABLE_TO_MATCH"),
					mark("7120", "pendingfirst", Course.PENDING_FIRST, BanficoReport.MATCHED, "202, then a full match"),
					mark("7121", "", Course.PENDING_FIRST, BanficoReport.ANNM, "202, then ANNM"),
					mark("7122", "", Course.PENDING_EVER, BanficoReport.MATCHED, "202 for ever"),
					mark("7130", "", AT_ONCE, BanficoReport.UNKNOWN_STATUS, "an account status nobody documented"),
					mark("7131", "", AT_ONCE, BanficoReport.UNKNOWN_NAME_CHECK, "a nameCheckStatus nobody documented"),
					mark("7132", "", AT_ONCE, BanficoReport.NO_ACCOUNT, "200 without an account"),
					mark("7133", "", Course.CUT, BanficoReport.MATCHED, "200 with half a body"),
					mark("7135", "", Course.LOST_ONCE, BanficoReport.MATCHED,
							"accepted, but the first answer is lost with its connection; then a full match"),
					mark("7136", "", AT_ONCE, BanficoReport.NAME_ABSENT, "account ACTIVE, no nameCheckStatus"),
					refusal(Course.always(403), "9403", "403 always"),
					refusal(Course.once(408), "9408", "408 once, then a full match"),
					refusal(Course.always(408), "8408", "408 always"),
					refusal(Course.always(421), "9421", "421 always"),
					refusal(Course.once(429), "9429", "429 once, then a full match"),
					refusal(Course.once(500), "9500", "500 once, then a full match"),
					refusal(Course.always(500), "8500", "500 always"),
					refusal(Course.once(503), "9503", "503 once, then a full match"),
					refusal(Course.always(503), "8503", "503 always")));

	private BanficoMarkers() {
	}

	private static Marker<BanficoReport> mark(String ending, String word, Course course, BanficoReport report,
			String meaning) {
		return new Marker<>(ending, word, course, report, meaning);
	}

	private static Marker<BanficoReport> refusal(Course course, String ending, String meaning) {
		return mark(ending, "", course, BanficoReport.MATCHED, meaning);
	}

}
