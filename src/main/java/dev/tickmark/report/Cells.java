package dev.tickmark.report;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Column;

/**
 * Finds what the columns of a payee file mean in the fields of its rows.
 *
 * @param positions where the columns are, counted from 0
 * @param decimal the decimal separator of amounts; null when nobody said
 */
record Cells(Map<Column, Integer> positions, @Nullable Character decimal) {

	private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

	/** What a row has in a column; empty when it has nothing. */
	String get(ResultLine line, Column column) {
		Integer position = this.positions.get(column);
		if (position == null || position >= line.fields().size()) {
			return "";
		}
		return line.fields().get(position).strip();
	}

	boolean has(Column column) {
		return this.positions.containsKey(column);
	}

	@Nullable BigDecimal amount(ResultLine line) {
		String text = get(line, Column.AMOUNT);
		return text.isEmpty() ? null : AmountText.parse(text, this.decimal);
	}

	/** The country of the account, two letters; empty when the row does not tell it. */
	String country(ResultLine line) {
		String iban = get(line, Column.IBAN).toUpperCase(Locale.ROOT);
		String told = (iban.length() > 2) ? iban.substring(0, 2) : get(line, Column.COUNTRY).toUpperCase(Locale.ROOT);
		if (COUNTRY.matcher(told).matches()) {
			return told;
		}
		return get(line, Column.SORT_CODE).isEmpty() ? "" : "GB";
	}

	/** The account as it may be shown: the end of its number. */
	String account(ResultLine line) {
		for (Column column : new Column[] { Column.IBAN, Column.ACCOUNT_NUMBER, Column.PHONE, Column.PASSPORT_NUMBER,
				Column.CUSTOMER_ID }) {
			String text = get(line, column).replaceAll("\\s", "");
			if (!text.isEmpty()) {
				return (text.length() >= 8) ? "…" + text.substring(text.length() - 4) : "…";
			}
		}
		return "";
	}

	/** The name as the file has it. */
	String name(ResultLine line) {
		String name = get(line, Column.NAME);
		return !name.isEmpty() ? name : (get(line, Column.FIRST_NAME) + " " + get(line, Column.LAST_NAME)).strip();
	}

}
