package dev.tickmark.intake;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads the amounts of statements. What is charged may be given back, so they may be
 * negative; they may bear the currency before or behind them. Anything else around the
 * digits makes them no amount.
 */
final class PriceText {

	/** What stands around the digits; a sign, and a currency. */
	private static final Pattern FORM = Pattern.compile("(?<before>[-+\u2212]?)(?<first>[A-Za-z]{3}|\\p{Sc})?"
			+ "(?<middle>[-+\u2212]?)(?<digits>[0-9.,][0-9.,'\u2019_]*)(?<last>[A-Za-z]{3}|\\p{Sc})?(?<behind>[-\u2212]?)");

	/** As accountants write what is given back. */
	private static final Pattern BRACKETS = Pattern.compile("\\((.*)\\)");

	private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

	private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=[0-9])[\\s\\p{Z}](?=[0-9])");

	private static final Pattern WHOLE = Pattern
		.compile("[0-9]{1,18}|[1-9][0-9]{0,2}(?:(?<by>[.,'\u2019_])[0-9]{3})" + "(?:\\k<by>[0-9]{3}){0,4}");

	private static final Pattern FRACTION = Pattern.compile("[0-9]{1,15}");

	/** Signs that are those of one currency, or of one that is meant before others. */
	private static final Map<String, String> SIGNS = Map.of("€", "EUR", "£", "GBP", "$", "USD", "₽", "RUB");

	/** Behind a decimal separator there are not three digits, as between thousands. */
	private static final int THOUSAND = 3;

	private PriceText() {
	}

	/**
	 * The amount that a text means; null when it means none for certain.
	 * @param decimal the decimal separator; null leaves it to the text: of a full stop
	 * and a comma the latter one, of one of them alone what is no thousand
	 */
	static @Nullable Amount parse(String text, @Nullable Character decimal) {
		Matcher brackets = BRACKETS.matcher(Text.stripped(text));
		String inner = brackets.matches() ? brackets.group(1) : Text.stripped(text);
		Matcher form = FORM.matcher(SPACE.matcher(BETWEEN_DIGITS.matcher(inner).replaceAll("_")).replaceAll(""));
		if (!form.matches() || (form.group("first") != null && form.group("last") != null)) {
			return null;
		}
		String signs = form.group("before") + form.group("middle") + form.group("behind")
				+ (brackets.matches() ? "-" : "");
		String written = (form.group("first") != null) ? form.group("first") : form.group("last");
		String currency = (written != null) ? currency(written) : null;
		String digits = plain(form.group("digits"), decimal);
		if (signs.length() > 1 || digits == null || (written != null && currency == null)) {
			return null;
		}
		BigDecimal amount = new BigDecimal(digits);
		boolean negative = !signs.isEmpty() && !signs.equals("+");
		return new Amount(negative ? amount.negate() : amount, currency, written != null && written.length() == 1);
	}

	/**
	 * The code of a currency that is written as a code or a sign; null when it is none.
	 */
	static @Nullable String currency(String written) {
		return (written.length() == 1) ? SIGNS.get(written)
				: (Codes.currency(written) instanceof Checked.Good good) ? good.value() : null;
	}

	/** Digits with a full stop before the decimals; null when it is no number. */
	private static @Nullable String plain(String digits, @Nullable Character decimal) {
		char separator = (decimal != null) ? decimal : separator(digits);
		int at = digits.lastIndexOf(separator);
		String whole = (at >= 0) ? digits.substring(0, at) : digits;
		String fraction = (at >= 0) ? digits.substring(at + 1) : "";
		boolean good = whole.isEmpty() ? at >= 0 : WHOLE.matcher(whole).matches() && whole.indexOf(separator) < 0;
		if (!good || (at >= 0 && !FRACTION.matcher(fraction).matches())) {
			return null;
		}
		return "0" + whole.replaceAll("[^0-9]", "") + ((at >= 0) ? "." + fraction : "");
	}

	private static char separator(String digits) {
		int stop = digits.lastIndexOf('.');
		int comma = digits.lastIndexOf(',');
		if (stop >= 0 && comma >= 0) {
			return (comma > stop) ? ',' : '.';
		}
		boolean one = comma >= 0 && comma == digits.indexOf(',');
		// no thousand begins with a zero
		boolean thousand = digits.length() - comma - 1 == THOUSAND && !digits.startsWith("0") && comma > 0;
		boolean severalStops = stop >= 0 && stop != digits.indexOf('.');
		return ((one && !thousand) || severalStops) ? ',' : '.';
	}

	/**
	 * An amount.
	 *
	 * @param currency the code of its currency; null when none stands there
	 * @param bySign whether a sign stands there, which several currencies may share
	 */
	record Amount(BigDecimal value, @Nullable String currency, boolean bySign) {

	}

}
