package dev.tickmark.intake;

import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Verdict;

/**
 * The codes for the verification of a payee in ISO 20022's external code sets of payment
 * statuses, for groups and for transactions.
 */
enum VerificationCode {

	/** Verified without mismatching data. */
	RCVC(Verdict.MATCH),
	/** Verified, and the data match closely. */
	RVMC(Verdict.CLOSE_MATCH),
	/** Verified, and the data do not match. */
	RVNM(Verdict.NO_MATCH),
	/** The verification is complete, and there is nothing to say of the name. */
	RVNA(Verdict.UNABLE_TO_CHECK),
	/** Not yet completed; that another answer follows is our reading. */
	RVNC(Verdict.PENDING),
	/** Done, and something in it does not match: what, the transactions say. */
	RVCM(null);

	private final @Nullable Verdict verdict;

	VerificationCode(@Nullable Verdict verdict) {
		this.verdict = verdict;
	}

	@Nullable Verdict verdict() {
		return this.verdict;
	}

	/** The code that a text begins with; null when it begins with another word. */
	static @Nullable VerificationCode of(@Nullable String text) {
		if (text == null) {
			return null;
		}
		String word = text.strip();
		for (VerificationCode code : values()) {
			if (word.startsWith(code.name()) && !continues(word, code.name().length())) {
				return code;
			}
		}
		return null;
	}

	/** A set that codes can be added to. */
	static Set<VerificationCode> none() {
		return EnumSet.noneOf(VerificationCode.class);
	}

	private static boolean continues(String text, int position) {
		return position < text.length() && Character.isLetterOrDigit(text.charAt(position));
	}

}
