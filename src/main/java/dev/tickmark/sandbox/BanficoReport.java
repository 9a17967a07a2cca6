package dev.tickmark.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * What Banfico may report of an account. Pairs of status and name check that the
 * documentation shows no example of (ANNM, BANM, PANM, BAMM, IVCR, ACNS, CASS, SCNS,
 * INACTIVE, CLOSED, and all of EPC VOP) are assumptions.
 *
 * @see <a href=
 * "https://portal.epc-vop.banfico.io/documentation/account-verification">Banfico: account
 * verification</a>
 */
enum BanficoReport {

	MATCHED("ACTIVE", "FULL_MATCH", null, "MTCH", false), AC01("NOT_FOUND", "UNABLE_TO_MATCH", "AC01", "NOAP", false),
	OPTO("FORBIDDEN", "UNABLE_TO_MATCH", "OPTO", "NOAP", false), MBAM("ACTIVE", "PARTIAL_MATCH", "MBAM", "CMTC", true),
	MBAM_WITHHELD("ACTIVE", "PARTIAL_MATCH", "MBAM", "CMTC", false),
	BANM("ACTIVE", "PARTIAL_MATCH", "BANM", "CMTC", false), PANM("ACTIVE", "PARTIAL_MATCH", "PANM", "CMTC", false),
	BAMM("ACTIVE", "PARTIAL_MATCH", "BAMM", "CMTC", true), PAMM("ACTIVE", "PARTIAL_MATCH", "PAMM", "CMTC", true),
	ANNM("ACTIVE", "NO_MATCH", "ANNM", "NMTC", false), IVCR("NOT_FOUND", "UNABLE_TO_MATCH", "IVCR", "NOAP", false),
	ACNS("FORBIDDEN", "UNABLE_TO_MATCH", "ACNS", "NOAP", false),
	CASS("CLOSED", "UNABLE_TO_MATCH", "CASS", "NOAP", false),
	SCNS("UNABLE_TO_MATCH", "UNABLE_TO_MATCH", "SCNS", "NOAP", false),
	INACTIVE("INACTIVE", "FULL_MATCH", null, "MTCH", false), CLOSED("CLOSED", "UNABLE_TO_MATCH", null, null, false),
	NAME_UNCHECKED("ACTIVE", "UNABLE_TO_MATCH", null, null, false), NAME_ABSENT("ACTIVE", null, null, null, false),
	UNKNOWN_STATUS("FROZEN", "FULL_MATCH", null, "MTCH", false),
	UNKNOWN_NAME_CHECK("ACTIVE", "PROBABLE_MATCH", null, null, false), NO_ACCOUNT("", null, null, null, false);

	private static final String UNABLE = "UNABLE_TO_MATCH";

	private final String status;

	private final @Nullable String nameCheck;

	private final @Nullable String copCode;

	private final @Nullable String vopCode;

	private final boolean named;

	BanficoReport(String status, @Nullable String nameCheck, @Nullable String copCode, @Nullable String vopCode,
			boolean named) {
		this.status = status;
		this.nameCheck = nameCheck;
		this.copCode = copCode;
		this.vopCode = vopCode;
		this.named = named;
	}

	/** The account's status; assumption: NOAP of EPC VOP tells nothing of the account. */
	String status(boolean vop) {
		return (vop && "NOAP".equals(this.vopCode)) ? UNABLE : this.status;
	}

	@Nullable String nameCheck() {
		return this.nameCheck;
	}

	@Nullable String code(boolean vop) {
		return vop ? this.vopCode : this.copCode;
	}

	/** Whether the holder's name is told. */
	boolean named() {
		return this.named;
	}

	/** What it comes to; EPC VOP has one code for all that it cannot check. */
	Conclusion conclusion(boolean vop) {
		return (vop && "NOAP".equals(this.vopCode)) ? Conclusion.UNABLE_TO_CHECK : switch (this) {
			case MATCHED -> Conclusion.MATCH;
			case MBAM, MBAM_WITHHELD, BANM, PANM, BAMM, PAMM -> Conclusion.CLOSE_MATCH;
			case ANNM -> Conclusion.NO_MATCH;
			case AC01 -> Conclusion.ACCOUNT_NOT_FOUND;
			case CASS, INACTIVE, CLOSED -> Conclusion.ACCOUNT_UNUSABLE;
			case OPTO, ACNS, SCNS, NAME_UNCHECKED, NAME_ABSENT -> Conclusion.UNABLE_TO_CHECK;
			case IVCR -> Conclusion.REFUSED;
			case UNKNOWN_STATUS, UNKNOWN_NAME_CHECK, NO_ACCOUNT -> Conclusion.OPEN;
		};
	}

	/** What is said of the account's type, or null. */
	@Nullable String message() {
		return switch (this) {
			case PAMM, PANM -> "The account type is Personal Account";
			case BAMM, BANM -> "The account type is Business Account";
			default -> null;
		};
	}

}
