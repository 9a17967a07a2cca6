package dev.tickmark.payee;

import org.jspecify.annotations.Nullable;

/**
 * A verdict with everything it rests on, the axes kept apart so that nothing is lost.
 * <p>
 * A MATCH cannot be made without its grounds: a name that agrees on an active account
 * where name and account were asked, never a name where only a registration was looked
 * up, and never an account that is known to be unusable.
 *
 * @param verdict the answer
 * @param accountState what is known of the account
 * @param nameMatch how the name compares
 * @param accountTypeMatch whether personal or business agrees
 * @param basis what the verdict rests on
 * @param reason one sentence for a person, without any whole account number
 * @param reasonCode the provider's or the scheme's own code
 * @param suggestedName the holder's name, where the provider discloses it
 * @param providerReference the provider's id of this verification
 */
public record Finding(Verdict verdict, AccountState accountState, NameMatch nameMatch,
		AccountTypeMatch accountTypeMatch, Basis basis, String reason, @Nullable String reasonCode,
		@Nullable String suggestedName, @Nullable String providerReference) {

	public Finding {
		if (verdict == Verdict.MATCH) {
			boolean named = nameMatch == NameMatch.FULL && accountState == AccountState.ACTIVE;
			boolean unusable = switch (accountState) {
				case INACTIVE, CLOSED, NOT_FOUND -> true;
				case ACTIVE, RESTRICTED, UNKNOWN -> false;
			};
			boolean compared = nameMatch != NameMatch.NOT_CHECKED;
			boolean grounds = switch (basis) {
				case NAME_AND_ACCOUNT -> named;
				// Nobody compared a name: a registration must not pass for a name that
				// agrees
				case REGISTRATION_ONLY -> !compared;
				case IDENTITY_DOCUMENT, OWNERSHIP -> !compared || nameMatch == NameMatch.FULL;
			};
			if (!grounds || unusable || accountTypeMatch == AccountTypeMatch.NO) {
				throw new IllegalArgumentException("a MATCH without its grounds: account " + accountState + ", name "
						+ nameMatch + ", account type " + accountTypeMatch);
			}
		}
	}

	/** Without the name that the bank disclosed. */
	@Override
	public String toString() {
		return "Finding[" + this.verdict + ", account " + this.accountState + ", name " + this.nameMatch + ", code "
				+ this.reasonCode + ", " + this.reason + "]";
	}

	/** A finding of which nothing but the verdict and the reason is known yet. */
	public static Finding of(Verdict verdict, String reason) {
		if (verdict == Verdict.MATCH) {
			throw new IllegalArgumentException("a MATCH needs its grounds");
		}
		return new Finding(verdict, AccountState.UNKNOWN, NameMatch.NOT_CHECKED, AccountTypeMatch.UNKNOWN,
				Basis.NAME_AND_ACCOUNT, reason, null, null, null);
	}

	public Finding account(AccountState state) {
		return new Finding(this.verdict, state, this.nameMatch, this.accountTypeMatch, this.basis, this.reason,
				this.reasonCode, this.suggestedName, this.providerReference);
	}

	public Finding name(NameMatch match) {
		return new Finding(this.verdict, this.accountState, match, this.accountTypeMatch, this.basis, this.reason,
				this.reasonCode, this.suggestedName, this.providerReference);
	}

	public Finding accountType(AccountTypeMatch match) {
		return new Finding(this.verdict, this.accountState, this.nameMatch, match, this.basis, this.reason,
				this.reasonCode, this.suggestedName, this.providerReference);
	}

	public Finding basis(Basis newBasis) {
		return new Finding(this.verdict, this.accountState, this.nameMatch, this.accountTypeMatch, newBasis,
				this.reason, this.reasonCode, this.suggestedName, this.providerReference);
	}

	public Finding because(String newReason) {
		return new Finding(this.verdict, this.accountState, this.nameMatch, this.accountTypeMatch, this.basis,
				newReason, this.reasonCode, this.suggestedName, this.providerReference);
	}

	public Finding code(@Nullable String code) {
		return new Finding(this.verdict, this.accountState, this.nameMatch, this.accountTypeMatch, this.basis,
				this.reason, code, this.suggestedName, this.providerReference);
	}

	public Finding suggesting(@Nullable String name) {
		return new Finding(this.verdict, this.accountState, this.nameMatch, this.accountTypeMatch, this.basis,
				this.reason, this.reasonCode, name, this.providerReference);
	}

	public Finding reference(@Nullable String reference) {
		return new Finding(this.verdict, this.accountState, this.nameMatch, this.accountTypeMatch, this.basis,
				this.reason, this.reasonCode, this.suggestedName, reference);
	}

}
