package dev.tickmark.story;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.tickmark.ledger.RowStory;
import dev.tickmark.payee.Column;

/**
 * A row as it was read, column by column, without whole numbers of accounts or persons.
 */
final class MaskedRow {

	/** Numbers of accounts and persons: their end is shown at most. */
	private static final Set<Column> NUMBERS = EnumSet.of(Column.IBAN, Column.ACCOUNT_NUMBER, Column.SECONDARY_ACCOUNT,
			Column.PHONE, Column.CUSTOMER_ID, Column.TAX_ID, Column.PASSPORT_NUMBER);

	/** Numbers of a bank, an authority or a place: nobody's. */
	private static final Set<Column> PUBLIC = EnumSet.of(Column.BANK_ID, Column.SORT_CODE, Column.BIC, Column.POSTCODE,
			Column.PASSPORT_ISSUER_CODE);

	/** A reference with more digits in one piece could be an account's. */
	private static final Pattern REFERENCE = Pattern.compile("(?!.*(?:[0-9] ?){8}).{1,60}");

	private static final Pattern LINE_BREAK = Pattern.compile("\\R");

	private static final int LONGEST = 100;

	private static final int MOST_FIELDS = 100;

	private MaskedRow() {
	}

	/** What must be masked wherever it turns up again. */
	static Set<String> numbers(List<String> header, RowStory row) {
		Set<String> numbers = new LinkedHashSet<>();
		for (int i = 0; i < Math.min(header.size(), row.fields().size()); i++) {
			if (Column.named(header.get(i)).filter(NUMBERS::contains).isPresent()) {
				numbers.add(row.fields().get(i));
			}
		}
		if (row.payee() != null) {
			row.payee().values().forEach((column, value) -> {
				if (NUMBERS.contains(column)) {
					numbers.add(value);
				}
			});
		}
		return numbers;
	}

	/** The columns that hold something. */
	static List<Story.Line> lines(List<String> header, RowStory row, MaskedText text) {
		List<Story.Line> lines = new ArrayList<>();
		for (int i = 0; i < Math.min(row.fields().size(), MOST_FIELDS); i++) {
			String value = LINE_BREAK.matcher(row.fields().get(i).strip()).replaceAll(" ↵ ");
			if (!value.isBlank()) {
				String name = (i < header.size()) ? header.get(i) : "(field " + (i + 1) + ")";
				// where a row was rejected, its columns may be out of place
				lines.add(Story.Line.named(text.of(name.strip(), 40),
						value(Column.named(name), value, row.payee() != null, text)));
			}
		}
		if (row.fields().size() > MOST_FIELDS) {
			lines.add(Story.Line.of("… and " + (row.fields().size() - MOST_FIELDS) + " fields more"));
		}
		return lines;
	}

	/**
	 * A value as it may be shown.
	 * @param understood whether what stands in it is what the column says
	 */
	static String value(Optional<Column> column, String value, boolean understood, MaskedText text) {
		if (column.isEmpty()) {
			return text.of(value, LONGEST);
		}
		if (NUMBERS.contains(column.get())) {
			return MaskedText.last(value);
		}
		boolean shown = understood && (PUBLIC.contains(column.get())
				|| (column.get() == Column.REFERENCE && REFERENCE.matcher(value).matches()));
		boolean whole = shown && value.length() <= LONGEST && text.isFree(value);
		return whole ? PlainText.of(value) : text.of(value, LONGEST);
	}

}
