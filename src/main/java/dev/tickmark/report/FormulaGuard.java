package dev.tickmark.report;

import java.util.regex.Pattern;

/**
 * Tells text that a spreadsheet program would take for a formula. Whoever fills in a
 * payee's name must not be able to run something on the machine of the one who opens a
 * result. Which characters begin one is told by
 * <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP</a>.
 */
public final class FormulaGuard {

	/** The wide forms are what Japanese and Chinese keyboards write for the same. */
	private static final String BEGINNINGS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

	/** Digits in groups, with one sign before: -12.50, +3, -1,234.56. */
	private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(?:[.,][0-9]+)*");

	/**
	 * Digits with what stands between them in a number that is called: +44 (0)20
	 * 7946-0000.
	 */
	private static final Pattern PHONE = Pattern.compile("\\+[0-9(][0-9 ()./-]*");

	/** A number that is called has as many digits at least; +1-2 is a sum. */
	private static final int SHORTEST_PHONE = 6;

	private FormulaGuard() {
	}

	/**
	 * Whether a text begins like a formula. Numbers and phone numbers do not: they are
	 * harmless, and whoever gets the file reckons with them.
	 */
	public static boolean beginsLikeFormula(String text) {
		if (text.isEmpty() || BEGINNINGS.indexOf(text.charAt(0)) < 0) {
			return false;
		}
		return !NUMBER.matcher(text).matches() && !isPhone(text);
	}

	private static boolean isPhone(String text) {
		return PHONE.matcher(text).matches()
				&& text.chars().filter((c) -> c >= '0' && c <= '9').count() >= SHORTEST_PHONE;
	}

}
