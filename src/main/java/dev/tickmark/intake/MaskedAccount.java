package dev.tickmark.intake;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes one form of the many in which statements write, and mask, account numbers. */
final class MaskedAccount {

	/** Nobody tells how many characters stand behind these. */
	private static final Pattern SEVERAL = Pattern.compile("\u2026|\\.{2,}");

	/** One character each; no country's accounts have so many of the letter in a row. */
	private static final Pattern LETTERS = Pattern.compile("[xX]{4,}");

	private static final Pattern SIGNS = Pattern.compile("[*•●∙·#\u2217]");

	private static final Pattern OTHERS = Pattern.compile("[^A-Z0-9*\u2026]");

	private MaskedAccount() {
	}

	/**
	 * Letters and digits in capitals, {@code *} for each character that is masked,
	 * {@code …} for several; empty when there is nothing else than signs between.
	 */
	static String of(String written) {
		String marked = SEVERAL.matcher(written).replaceAll("\u2026");
		marked = LETTERS.matcher(marked).replaceAll(MaskedAccount::stars);
		marked = SIGNS.matcher(marked).replaceAll("*");
		return OTHERS.matcher(marked.toUpperCase(Locale.ROOT)).replaceAll("");
	}

	private static String stars(MatchResult letters) {
		return "*".repeat(letters.group().length());
	}

}
