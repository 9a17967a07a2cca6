package dev.tickmark.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * What PaySway may report of an account. The scheme codes of UK CoP are an assumption
 * ({@code UK_COP_} and Pay.UK's code): their documented table could not be read.
 *
 * @see <a href= "https://docs.paysway.io/payment-preparation/verify-account/vop">PaySway:
 * EPC VoP</a>
 */
enum PayswayReport {

	MATCHED("ACTIVE", "FULL_MATCH", "MTCH", null, true), NOT_FOUND("NOT_FOUND", null, null, "AC01", false),
	FORBIDDEN("FORBIDDEN", null, null, "OPTO", false), PARTIAL("ACTIVE", "PARTIAL_MATCH", "CMTC", "MBAM", true),
	PARTIAL_WITHHELD("ACTIVE", "PARTIAL_MATCH", "CMTC", "MBAM", false),
	TYPE_DIFFERS("ACTIVE", "FULL_MATCH", "MTCH", "PANM", true), NO_MATCH("ACTIVE", "NO_MATCH", "NMTC", "ANNM", false),
	NOAP("NOT_FOUND", null, "NOAP", "SCNS", false), NAME_ABSENT("ACTIVE", null, null, null, false),
	UNKNOWN_STATUS("FROZEN", "FULL_MATCH", null, null, false),
	UNKNOWN_NAME("ACTIVE", "PROBABLE_MATCH", null, null, false), UNKNOWN_STATE("", null, null, null, false),
	NO_RESULT("", null, null, null, false), INVALID_FIELD("", null, null, null, false),
	UNSUPPORTED_FINANCIAL_INSTITUTION("", null, null, null, false),
	UNAVAILABLE_FINANCIAL_INSTITUTION("", null, null, null, false), UNEXPECTED_ERROR("", null, null, null, false);

	private final String accountStatus;

	private final @Nullable String nameMatch;

	private final @Nullable String vopCode;

	private final @Nullable String copCode;

	private final boolean named;

	PayswayReport(String accountStatus, @Nullable String nameMatch, @Nullable String vopCode, @Nullable String copCode,
			boolean named) {
		this.accountStatus = accountStatus;
		this.nameMatch = nameMatch;
		this.vopCode = vopCode;
		this.copCode = copCode;
		this.named = named;
	}

	String accountStatus() {
		return this.accountStatus;
	}

	/** How the names compare; generation C knows a full match as MATCH. */
	@Nullable String nameMatch(Generation generation) {
		boolean older = generation == Generation.C && "FULL_MATCH".equals(this.nameMatch);
		return older ? "MATCH" : this.nameMatch;
	}

	@Nullable String schemeCode(boolean vop) {
		String code = vop ? this.vopCode : this.copCode;
		return (code != null) ? (vop ? "EPC_VOP_" : "UK_COP_") + code : null;
	}

	/** Whether the holder's name is told. */
	boolean named() {
		return this.named;
	}

	/** What it comes to, as far as this form of the contract can say. */
	Conclusion conclusion(Generation generation, boolean vop) {
		boolean newer = generation == Generation.D;
		return switch (this) {
			case MATCHED -> Conclusion.MATCH;
			case TYPE_DIFFERS -> newer ? Conclusion.CLOSE_MATCH : Conclusion.MATCH;
			case PARTIAL, PARTIAL_WITHHELD -> Conclusion.CLOSE_MATCH;
			case NO_MATCH -> Conclusion.NO_MATCH;
			case NOT_FOUND -> Conclusion.ACCOUNT_NOT_FOUND;
			case NOAP -> (newer && vop) ? Conclusion.UNABLE_TO_CHECK : Conclusion.ACCOUNT_NOT_FOUND;
			case FORBIDDEN, NAME_ABSENT, UNSUPPORTED_FINANCIAL_INSTITUTION, UNAVAILABLE_FINANCIAL_INSTITUTION ->
				Conclusion.UNABLE_TO_CHECK;
			case INVALID_FIELD -> Conclusion.REFUSED;
			case UNKNOWN_STATUS, UNKNOWN_NAME, UNKNOWN_STATE, NO_RESULT, UNEXPECTED_ERROR -> Conclusion.OPEN;
		};
	}

	String state() {
		return switch (this) {
			case UNKNOWN_STATE -> "EXAMINED";
			case INVALID_FIELD, UNSUPPORTED_FINANCIAL_INSTITUTION, UNAVAILABLE_FINANCIAL_INSTITUTION,
					UNEXPECTED_ERROR ->
				"FAILED";
			default -> "COMPLETED";
		};
	}

	boolean hasResult() {
		return !this.accountStatus.isEmpty();
	}

}
