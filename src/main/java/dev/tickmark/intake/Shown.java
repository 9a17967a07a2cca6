package dev.tickmark.intake;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Makes text from a file fit for a message: short, harmless, and without whole numbers.
 */
final class Shown {

	private static final int VALUE_LENGTH = 40;

	/** So many digits in one piece, or in all, may be an account. */
	private static final Pattern NUMBER = Pattern.compile("[0-9]{5,}");

	private static final int DIGITS = 9;

	private Shown() {
	}

	/** A text without control characters, cut to a length. */
	static String text(String text, int length) {
		String clean = text.substring(0, Math.min(text.length(), length)).replaceAll("\\p{Cntrl}", "?");
		return (text.length() > length) ? clean + "…" : clean;
	}

	/** A value from a row: numbers that might be an account's are masked. */
	static String value(String value) {
		String clean = text(value.strip(), VALUE_LENGTH);
		if (clean.chars().filter(Character::isDigit).count() >= DIGITS) {
			return "\"" + clean.replaceAll("\\d", "•") + "\"";
		}
		return "\"" + NUMBER.matcher(clean).replaceAll(Shown::ending) + "\"";
	}

	/** The name of a column as a file writes it. */
	static String column(String header) {
		String value = value(header);
		return value.substring(1, value.length() - 1);
	}

	private static String ending(MatchResult number) {
		return "…" + number.group().substring(number.group().length() - 2);
	}

	/** An account number: its ends at most. */
	static String account(String account) {
		int length = account.length();
		String last = account.substring(Math.max(0, length - 4));
		if (length >= 15 && account.substring(0, 4).matches("[A-Z]{2}[0-9]{2}")) {
			return account.substring(0, 4) + "…" + last;
		}
		return (length >= 8) ? "…" + last : "…";
	}

	static String count(long count, String thing) {
		return count + " " + thing + ((count == 1) ? "" : "s");
	}

}
