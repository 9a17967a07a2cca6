package dev.tickmark.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * How a session of Paysafe's goes, most of all how it ends: the person is simulated too.
 * Which failures leave an instrument behind is an assumption.
 *
 * @see <a href=
 * "https://docs.paysafe.com/api/embedded-wallets/business/1.0.0/wallet/init-instrument-verification-session">Paysafe:
 * create an instrument verification session</a>
 */
enum PaysafeReport {

	COMPLETED("COMPLETED", null, true), NO_INSTRUMENT("COMPLETED", null, false),
	NO_SECURE_CODE("COMPLETED", null, true), SOMEBODY_ELSE("COMPLETED", null, true),
	UNSUPPORTED_BANK("FAILED", "UNSUPPORTED_BANK", false), NAME_MISMATCH("FAILED", "NAME_MISMATCH", true),
	INSTRUMENT_NOT_UNIQUE("FAILED", "INSTRUMENT_NOT_UNIQUE", true), MISSING_DETAILS("FAILED", "MISSING_DETAILS", true),
	INTERNAL_ERROR("FAILED", "INTERNAL_ERROR", false), SESSION_EXPIRED("FAILED", "SESSION_EXPIRED", false),
	USER_ABANDONED_PROCESS("FAILED", "USER_ABANDONED_PROCESS", false),
	USER_INTERACTION_ERROR("FAILED", "USER_INTERACTION_ERROR", false), OTHER("FAILED", "OTHER", false),
	UNKNOWN_REASON("FAILED", "BANK_DECLINED", false), NO_REASON("FAILED", null, false),
	UNKNOWN_STATUS("SUSPENDED", null, true), STAYS_ACTIVE("ACTIVE", null, false), LIVES_A_DAY("ACTIVE", null, false),
	STAYS_AWAITING("AWAITING_USER_INPUT", null, false), STAYS_ONGOING("ONGOING_VERIFICATION", null, false),
	UNKNOWN_CUSTOMER("", null, false), LIMIT_REACHED("", null, false);

	private final String status;

	private final @Nullable String reason;

	private final boolean instrument;

	PaysafeReport(String status, @Nullable String reason, boolean instrument) {
		this.status = status;
		this.reason = reason;
		this.instrument = instrument;
	}

	/** The status it ends in, or stays in until it expires. */
	String status() {
		return this.status;
	}

	@Nullable String reason() {
		return this.reason;
	}

	/** Whether an instrument is told in the end. */
	boolean instrument() {
		return this.instrument;
	}

	/** What it comes to, when it ends in time. */
	Conclusion conclusion() {
		return switch (this) {
			case COMPLETED, NO_INSTRUMENT, NO_SECURE_CODE, SOMEBODY_ELSE -> Conclusion.MATCH;
			case NAME_MISMATCH -> Conclusion.NO_MATCH;
			case UNSUPPORTED_BANK, INSTRUMENT_NOT_UNIQUE, MISSING_DETAILS -> Conclusion.UNABLE_TO_CHECK;
			case UNKNOWN_CUSTOMER, LIMIT_REACHED -> Conclusion.REFUSED;
			case INTERNAL_ERROR, SESSION_EXPIRED, USER_ABANDONED_PROCESS, USER_INTERACTION_ERROR, OTHER, UNKNOWN_REASON,
					NO_REASON, UNKNOWN_STATUS, STAYS_ACTIVE, LIVES_A_DAY, STAYS_AWAITING, STAYS_ONGOING ->
				Conclusion.OPEN;
		};
	}

	/** Whether the person comes to an end before the session does. */
	boolean finishes() {
		return switch (this) {
			case STAYS_ACTIVE, LIVES_A_DAY, STAYS_AWAITING, STAYS_ONGOING -> false;
			default -> true;
		};
	}

}
