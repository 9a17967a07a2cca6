package dev.tickmark.report;

import java.math.BigDecimal;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Reads the amounts of payee files, which are written in many ways. */
final class AmountText {

	private static final Pattern PLAIN = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,5})?");

	/** What stands around the digits: a currency, a sign, spaces and other separators. */
	private static final Pattern NOISE = Pattern.compile("[^0-9.,]");

	/** Less than nothing, and powers of ten, are not paid. */
	private static final Pattern SIGNED = Pattern.compile("[-\u2212(]|[0-9][eE][0-9+]");

	/** Behind a decimal separator there are not three digits, as between thousands. */
	private static final int THOUSAND = 3;

	private AmountText() {
	}

	/**
	 * The amount that a text means; null when it means none for certain.
	 * @param decimal the decimal separator; null leaves it to the text: of a full stop
	 * and a comma the latter one, of one of them alone what is no thousand
	 */
	static @Nullable BigDecimal parse(String text, @Nullable Character decimal) {
		if (SIGNED.matcher(text).find()) {
			return null;
		}
		String digits = NOISE.matcher(text).replaceAll("");
		char separator = (decimal != null) ? decimal : separator(digits);
		String thousands = (separator == ',') ? "." : ",";
		String plain = digits.replace(thousands, "").replace(separator, '.');
		return PLAIN.matcher(plain).matches() ? new BigDecimal(plain) : null;
	}

	private static char separator(String digits) {
		int stop = digits.lastIndexOf('.');
		int comma = digits.lastIndexOf(',');
		if (stop >= 0 && comma >= 0) {
			return (comma > stop) ? ',' : '.';
		}
		boolean several = comma != digits.indexOf(',');
		boolean thousand = digits.length() - comma - 1 == THOUSAND;
		return (comma >= 0 && !several && !thousand) ? ',' : '.';
	}

}
