package dev.tickmark.sandbox;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The ways in which a simulated provider can misbehave. */
enum FaultKind {

	/** The provider's own error for a status of HTTP. */
	STATUS,
	/** An error whose body is a web page, as a proxy in between sends it. */
	HTML,
	/** Nothing is answered until the client gives up. */
	SILENCE,
	/** The connection is closed instead of an answer. */
	RESET,
	/** The connection is closed in the middle of the answer's declared length. */
	TRUNCATED,
	/** The answer is no JSON. */
	MALFORMED,
	/** The answer, and then white space until the client hangs up. */
	ENDLESS,
	/** The answer, a byte now and then. */
	DRIPPING,
	/** The answer, made 10 MB long. */
	PADDED,
	/** The answer with values of another type. */
	MISTYPED,
	/** The answer with code words that nobody documented. */
	UNKNOWN_CODE,
	/** The answer without some of its members. */
	MISSING_FIELD,
	/** The caller is taken for somebody nobody knows. */
	UNKNOWN_CLIENT,
	/** The caller's token is no longer good, though its life is not over. */
	TOKEN_VOID;

	private static final Set<FaultKind> REFUSALS = EnumSet.of(STATUS, HTML);

	private static final Set<FaultKind> OF_MEMBERS = EnumSet.of(MISTYPED, UNKNOWN_CODE, MISSING_FIELD);

	/** Whether it has a status of HTTP of its own. */
	boolean isRefusal() {
		return REFUSALS.contains(this);
	}

	/** Whether it spoils single members of the answer. */
	boolean isOfMembers() {
		return OF_MEMBERS.contains(this);
	}

	/** The kind as it is written in settings. */
	String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
