package dev.tickmark.report.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Texts as the schema of pain.002.001.10 takes them: what has not the form that is
 * required stays away, what is too long is cut.
 */
final class StatusText {

	private static final Pattern NUMERIC = Pattern.compile("[0-9]{1,15}");

	/** Up to the seconds; xs:dateTime has no blanks and no other order. */
	private static final Pattern DATE_TIME = Pattern
		.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})?");

	private static final Pattern UETR = Pattern
		.compile("[a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-[89ab][a-f0-9]{3}-[a-f0-9]{12}");

	private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{1,30}");

	private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

	private static final Pattern SPACES = Pattern.compile("\\s+");

	/** The longest AddtlInf. */
	private static final int LINE = 105;

	private static final int DIGITS = 18;

	private static final int AMOUNT_DECIMALS = 5;

	private static final int SUM_DECIMALS = 17;

	private StatusText() {
	}

	static @Nullable String numeric(@Nullable String text) {
		return matching(NUMERIC, text);
	}

	static @Nullable String dateTime(@Nullable String text) {
		return matching(DATE_TIME, text);
	}

	static @Nullable String uetr(@Nullable String text) {
		return matching(UETR, text);
	}

	static @Nullable String currency(@Nullable String text) {
		return matching(CURRENCY, text);
	}

	static @Nullable String iban(@Nullable String text) {
		return (text != null) ? matching(IBAN, SPACES.matcher(text).replaceAll("").toUpperCase(Locale.ROOT)) : null;
	}

	static @Nullable String amount(@Nullable String text) {
		BigDecimal number = Amounts.decimal(text);
		return (number != null && number.signum() >= 0) ? bounded(number, text, AMOUNT_DECIMALS) : null;
	}

	static @Nullable String sum(@Nullable String text) {
		BigDecimal number = Amounts.decimal(text);
		return (number != null) ? bounded(number, text, SUM_DECIMALS) : null;
	}

	private static @Nullable String bounded(BigDecimal number, @Nullable String text, int decimals) {
		return (number.precision() <= DIGITS && number.scale() <= decimals) ? text : null;
	}

	private static @Nullable String matching(Pattern form, @Nullable String text) {
		return (text != null && form.matcher(text).matches()) ? text : null;
	}

	/** At most so many characters, no pair torn apart. */
	static @Nullable String cut(@Nullable String text, int length) {
		if (text == null || text.length() <= length) {
			return text;
		}
		int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
		return text.substring(0, end).strip();
	}

	/**
	 * A name in pieces that put together without anything between are the name again: no
	 * piece begins or ends with a space, which readers take away.
	 */
	static List<String> lines(String text) {
		String rest = clean(text);
		List<String> lines = new ArrayList<>();
		while (rest.length() > LINE) {
			int end = LINE;
			while (end > 1 && !isInsideWord(rest, end)) {
				end--;
			}
			lines.add(rest.substring(0, end));
			rest = rest.substring(end);
		}
		lines.add(rest);
		return lines;
	}

	private static boolean isInsideWord(String text, int position) {
		return !Character.isWhitespace(text.charAt(position - 1)) && !Character.isWhitespace(text.charAt(position))
				&& !Character.isHighSurrogate(text.charAt(position - 1));
	}

	/**
	 * A provider may send characters that XML cannot have: each becomes a question mark.
	 */
	static String clean(String text) {
		StringBuilder clean = new StringBuilder();
		text.strip().codePoints().forEach((c) -> clean.appendCodePoint(isAllowed(c) ? c : '?'));
		return SPACES.matcher(clean).replaceAll(" ");
	}

	private static boolean isAllowed(int c) {
		return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE)
				|| c >= 0x10000;
	}

}
