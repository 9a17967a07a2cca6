package dev.tickmark.intake;

import java.util.Locale;
import java.util.regex.Pattern;

import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/**
 * How a workbook shows the numbers of a cell, as far as it tells what they mean.
 *
 * @param date whether they are days, with or without a time
 * @param digits for a format that shows a fixed number of digits, zeros at the beginning
 * included, like {@code 00-00-00}: a zero for each digit and what stands between them;
 * null for any other
 */
record CellFormat(boolean date, @Nullable String digits) {

	static final CellFormat GENERAL = new CellFormat(false, null);

	/** More digits than these a number does not hold. */
	private static final int MOST_DIGITS = 15;

	/** Two zeros or more, with hyphens or spaces between, which may be quoted. */
	private static final Pattern FIXED = Pattern.compile("0(?:(?:\\\\?[- ]|\"[- ]\")?0)+");

	/** Hours beyond a day: a duration, and no date. */
	private static final Pattern DURATION = Pattern.compile("\\[[hms]+]", Pattern.CASE_INSENSITIVE);

	/**
	 * @param id its number in the workbook
	 * @param code how it is written there; null for one that every program has
	 */
	static CellFormat of(int id, @Nullable String code) {
		String written = (code != null) ? code : BuiltinFormats.getBuiltinFormat(id);
		if (written == null) {
			return new CellFormat(isEastAsianDate(id), null);
		}
		if (FIXED.matcher(written).matches()) {
			String digits = written.replaceAll("[\\\\\"]", "");
			return (zeros(digits) <= MOST_DIGITS) ? new CellFormat(false, digits) : GENERAL;
		}
		boolean date = DateUtil.isADateFormat(id, written) && !DURATION.matcher(written).find();
		return date ? new CellFormat(true, null) : GENERAL;
	}

	/** Dates that programs in Chinese, Japanese and Korean know by their number alone. */
	private static boolean isEastAsianDate(int id) {
		return (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
	}

	/**
	 * What is seen of a number; null unless this is a format that shows just its digits.
	 */
	@Nullable String shown(double number) {
		if (this.digits == null || number < 0 || number != Math.rint(number)) {
			return null;
		}
		int length = zeros(this.digits);
		String filled = String.format(Locale.ROOT, "%0" + length + ".0f", number);
		if (filled.length() != length) {
			return null;
		}
		StringBuilder shown = new StringBuilder();
		int next = 0;
		for (char c : this.digits.toCharArray()) {
			shown.append((c == '0') ? filled.charAt(next++) : c);
		}
		return shown.toString();
	}

	private static int zeros(String digits) {
		return (int) digits.chars().filter((c) -> c == '0').count();
	}

}
