package dev.tickmark.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a run have their amounts.
 *
 * @param amount the place of the amount, counted from 0
 * @param currency the place of its currency, counted from 0; null when it has none
 * @param otherwise the currency of rows that name none; empty when nobody said
 * @param decimal the decimal separator; null when nobody said
 */
public record AmountColumns(int amount, @Nullable Integer currency, String otherwise, @Nullable Character decimal) {

	private static final Pattern PLAIN = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,5})?");

	/** Without a full stop, and not three digits, as between thousands. */
	private static final Pattern COMMA = Pattern.compile("[0-9]{1,18},([0-9]{1,2}|[0-9]{4,5})");

	private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

	/** What stands for currencies that are not told one by one. */
	static final String OTHERS = "others";

	private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

	/** What stands between thousands, besides the separator that is not the decimals'. */
	private static final Pattern GROUPS = Pattern.compile("['\u2019]");

	/** The amount of a row as it is written, without spaces; empty when it has none. */
	String written(List<String> fields) {
		return (this.amount < fields.size()) ? bare(fields.get(this.amount)) : "";
	}

	/**
	 * The currency of a row in upper case; empty when nobody says. What is no code of a
	 * currency may be anything, and is not told.
	 */
	String currency(List<String> fields) {
		Integer place = this.currency;
		String own = (place != null && place < fields.size()) ? bare(fields.get(place)).toUpperCase(Locale.ROOT) : "";
		if (own.isEmpty()) {
			return this.otherwise;
		}
		return CODE.matcher(own).matches() ? own : OTHERS;
	}

	/**
	 * The amount that a text means; null when it means none for certain. A sum that is
	 * held against another is not to rest on a guess.
	 * @param text as {@link #written} gives it
	 */
	@Nullable BigDecimal read(String text) {
		String plain = text;
		if (this.decimal != null) {
			String thousands = (this.decimal == ',') ? "." : ",";
			plain = GROUPS.matcher(text).replaceAll("").replace(thousands, "").replace(this.decimal, '.');
		}
		else if (COMMA.matcher(text).matches()) {
			plain = text.replace(',', '.');
		}
		return PLAIN.matcher(plain).matches() ? new BigDecimal(plain) : null;
	}

	/** Without any spaces. */
	static String bare(String text) {
		return SPACE.matcher(text).replaceAll("");
	}

}
