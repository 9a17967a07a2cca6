package dev.tickmark.provider.bank131;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.AccountState;
import dev.tickmark.payee.AccountTypeMatch;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Verdict;

/**
 * About which check something is said. A check that Bank 131 had already has INN and
 * contract number in common with this row; whether its passport was the same, nobody
 * says.
 *
 * @param id the check's id; null when Bank 131 named none
 * @param earlier whether Bank 131 had it already when it was asked
 * @param own whether it is then the one that this question made before its answer was
 * lost
 */
record Statement(@Nullable String id, boolean earlier, boolean own) {

	/**
	 * A finding about this check.
	 * @param sentence without its end
	 * @param code the provider's code for it; null for none
	 */
	Finding finding(Verdict verdict, String sentence, @Nullable String code) {
		boolean others = this.earlier && !this.own;
		String whole = sentence + (others ? " (an earlier check of the same INN and contract)." : ".");
		String shown = (code == null && others) ? "already_exists" : code;
		return new Finding(verdict, AccountState.UNKNOWN, NameMatch.NOT_CHECKED, AccountTypeMatch.UNKNOWN,
				Basis.IDENTITY_DOCUMENT, whole, shown, null, this.id);
	}

	/** A fault that says nothing about the payee. */
	Finding fault(String sentence, @Nullable String code) {
		return finding(Verdict.PROVIDER_ERROR, sentence, code);
	}

}
