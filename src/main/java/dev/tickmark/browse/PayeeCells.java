package dev.tickmark.browse;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tickmark.ledger.browse.RowKey;
import dev.tickmark.payee.Column;

/**
 * Finds the payee in the fields of a row, as far as it may be shown.
 *
 * @param positions where the columns are, counted from 0
 */
record PayeeCells(Map<Column, Integer> positions) {

	private static final List<Column> ACCOUNTS = List.of(Column.IBAN, Column.ACCOUNT_NUMBER, Column.PHONE,
			Column.PASSPORT_NUMBER, Column.CUSTOMER_ID);

	/** Of a shorter number, the end is too much of it. */
	private static final int SHORTEST = 8;

	private static final int SHOWN = 4;

	PayeeCells {
		positions = Map.copyOf(positions);
	}

	/** By what a row is found. */
	RowKey key(List<String> fields) {
		return new RowKey(name(fields), reference(fields), accountEnd(fields));
	}

	String name(List<String> fields) {
		String name = get(fields, Column.NAME);
		return !name.isEmpty() ? name
				: Stream.of(Column.FIRST_NAME, Column.MIDDLE_NAME, Column.LAST_NAME)
					.map((column) -> get(fields, column))
					.filter((part) -> !part.isEmpty())
					.collect(Collectors.joining(" "));
	}

	/**
	 * The reference; where somebody wrote the account in its place, the account's end.
	 */
	String reference(List<String> fields) {
		String reference = get(fields, Column.REFERENCE);
		String account = account(fields);
		return (account.length() >= SHORTEST && plain(reference).contains(account)) ? shown(fields) : reference;
	}

	/** The account as it is shown; empty without one. */
	String shown(List<String> fields) {
		return account(fields).isEmpty() ? "" : "\u2026" + accountEnd(fields);
	}

	private String accountEnd(List<String> fields) {
		String account = account(fields);
		return (account.length() >= SHORTEST) ? account.substring(account.length() - SHOWN) : "";
	}

	private String account(List<String> fields) {
		return ACCOUNTS.stream()
			.map((column) -> plain(get(fields, column)))
			.filter((account) -> !account.isEmpty())
			.findFirst()
			.orElse("");
	}

	private static String plain(String number) {
		return number.replaceAll("[^\\p{L}\\p{N}]", "");
	}

	private String get(List<String> fields, Column column) {
		Integer position = this.positions.get(column);
		return (position == null || position >= fields.size()) ? "" : fields.get(position).strip();
	}

}
