package dev.tickmark.provider.banfico;

import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.AccountState;
import dev.tickmark.payee.AccountTypeMatch;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Verdict;

/**
 * The reason codes of Confirmation of Payee (Pay.UK) and of Verification of Payee (EPC).
 * They are more exact than the fields beside them, but may not say the opposite.
 */
enum SchemeCode {

	MATC(Said.MATCH, AccountTypeMatch.YES, "The name and the type of account are right."),
	MTCH(Said.MATCH, AccountTypeMatch.UNKNOWN, Stated.FULL.reason),
	MBAM(Said.CLOSE, AccountTypeMatch.UNKNOWN, Stated.PARTIAL.reason),
	CMTC(Said.CLOSE, AccountTypeMatch.UNKNOWN, Stated.PARTIAL.reason),
	BAMM(Said.CLOSE, AccountTypeMatch.NO, "The name is close, and the account is a business account."),
	PAMM(Said.CLOSE, AccountTypeMatch.NO, "The name is close, and the account is a personal account."),
	BANM(Said.OTHER_TYPE, AccountTypeMatch.NO, "The name is right, but the account is a business account."),
	PANM(Said.OTHER_TYPE, AccountTypeMatch.NO, "The name is right, but the account is a personal account."),
	ANNM(Said.NO_MATCH, AccountTypeMatch.UNKNOWN, Stated.NONE.reason),
	NMTC(Said.NO_MATCH, AccountTypeMatch.UNKNOWN, Stated.NONE.reason),
	AC01(Said.NO_ACCOUNT, AccountTypeMatch.UNKNOWN, Stated.NOT_FOUND.reason),
	IVCR(Said.WRONG_SECONDARY, AccountTypeMatch.UNKNOWN,
			"The bank knows no such secondary reference (roll number) at this account."),
	CASS(Said.MOVED, AccountTypeMatch.UNKNOWN, "The account has been moved to another bank."),
	OPTO(Said.NO_OPINION, AccountTypeMatch.UNKNOWN, "The account holder has opted out of such checks."),
	ACNS(Said.NO_OPINION, AccountTypeMatch.UNKNOWN,
			"The bank does not check accounts of this kind, or a secondary reference is needed."),
	SCNS(Said.NO_OPINION, AccountTypeMatch.UNKNOWN, "The bank does not answer for this sort code."),
	NOAP(Said.NO_OPINION, AccountTypeMatch.UNKNOWN, "The bank could not check this account.");

	final Said said;

	final AccountTypeMatch accountTypeMatch;

	final String reason;

	SchemeCode(Said said, AccountTypeMatch accountTypeMatch, String reason) {
		this.said = said;
		this.accountTypeMatch = accountTypeMatch;
		this.reason = reason;
	}

	static @Nullable SchemeCode of(String word) {
		for (SchemeCode code : values()) {
			if (code.name().equals(word)) {
				return code;
			}
		}
		return null;
	}

	/** The account's state, where the code tells it; null where it does not. */
	@Nullable AccountState accountState() {
		return switch (this) {
			case AC01 -> AccountState.NOT_FOUND;
			case CASS -> AccountState.CLOSED;
			case OPTO, ACNS -> AccountState.RESTRICTED;
			default -> null;
		};
	}

	/** The verdict of this code beside what the fields state. */
	Verdict beside(Stated stated) {
		boolean decides = this.said == Said.WRONG_SECONDARY || !stated.isAboutTheAccount();
		return decides ? this.said.verdict : stated.verdict;
	}

	/** What codes can say, and beside which statements they may say it. */
	enum Said {

		MATCH(Verdict.MATCH, NameMatch.FULL, EnumSet.of(Stated.FULL, Stated.INACTIVE, Stated.CLOSED)),
		CLOSE(Verdict.CLOSE_MATCH, NameMatch.PARTIAL,
				EnumSet.of(Stated.PARTIAL, Stated.NAME_ABSENT, Stated.NO_ACCOUNT, Stated.INACTIVE, Stated.CLOSED)),
		// Providers disagree on whether a name that is right on the wrong type is a match
		OTHER_TYPE(Verdict.CLOSE_MATCH, NameMatch.FULL,
				EnumSet.of(Stated.FULL, Stated.PARTIAL, Stated.NONE, Stated.NAME_ABSENT, Stated.NO_ACCOUNT,
						Stated.INACTIVE, Stated.CLOSED)),
		NO_MATCH(Verdict.NO_MATCH, NameMatch.NONE,
				EnumSet.of(Stated.NONE, Stated.NAME_ABSENT, Stated.NO_ACCOUNT, Stated.INACTIVE, Stated.CLOSED)),
		NO_ACCOUNT(Verdict.ACCOUNT_NOT_FOUND, NameMatch.NOT_CHECKED,
				EnumSet.of(Stated.NOT_FOUND, Stated.UNABLE_TO_MATCH, Stated.NO_ACCOUNT)),
		WRONG_SECONDARY(Verdict.REJECTED_INPUT, NameMatch.NOT_CHECKED,
				EnumSet.complementOf(EnumSet.of(Stated.FULL, Stated.PARTIAL, Stated.UNKNOWN))),
		MOVED(Verdict.ACCOUNT_UNUSABLE, NameMatch.NOT_CHECKED,
				EnumSet.complementOf(EnumSet.of(Stated.FULL, Stated.PARTIAL, Stated.UNKNOWN))),
		NO_OPINION(Verdict.UNABLE_TO_CHECK, NameMatch.NOT_CHECKED,
				EnumSet.complementOf(EnumSet.of(Stated.FULL, Stated.PARTIAL, Stated.NONE, Stated.UNKNOWN)));

		final Verdict verdict;

		final NameMatch nameMatch;

		final Set<Stated> beside;

		Said(Verdict verdict, NameMatch nameMatch, Set<Stated> beside) {
			this.verdict = verdict;
			this.nameMatch = nameMatch;
			this.beside = beside;
		}

	}

}
