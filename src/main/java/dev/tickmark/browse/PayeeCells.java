package dev.tickmark.browse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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

	/** No payee is called so: a number of an account or a person that slipped there. */
	private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}]*(?:\\p{Nd}[ .-]?){7,}\\p{Nd}[\\p{L}\\p{N}]*");

	/** ISO 13616: country, check digits, and up to 30 more. */
	private static final Pattern IBAN = Pattern.compile("(?i)[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");

	PayeeCells {
		positions = Map.copyOf(positions);
	}

	/** By what a row is found. */
	RowKey key(List<String> fields) {
		return new RowKey(name(fields), reference(fields), accountEnd(fields));
	}

	/**
	 * The name; where a row has a number in its place, as little of that as is shown of
	 * one.
	 */
	String name(List<String> fields) {
		return NUMBER.matcher(written(fields)).replaceAll((number) -> "\u2026" + end(plain(number.group())));
	}

	private String written(List<String> fields) {
		String name = get(fields, Column.NAME);
		return !name.isEmpty() ? name
				: Stream.of(Column.FIRST_NAME, Column.MIDDLE_NAME, Column.LAST_NAME)
					.map((column) -> get(fields, column))
					.filter((part) -> !part.isEmpty())
					.collect(Collectors.joining(" "));
	}

	/**
	 * The reference; where somebody wrote an account in its place, the account's end.
	 */
	String reference(List<String> fields) {
		String reference = get(fields, Column.REFERENCE);
		String plain = plain(reference);
		Optional<String> account = ACCOUNTS.stream()
			.map((column) -> plain(get(fields, column)))
			.filter((number) -> number.length() >= SHORTEST && plain.contains(number))
			.findFirst()
			.or(() -> Optional.of(plain).filter((number) -> IBAN.matcher(number).matches()));
		return account.map((number) -> "\u2026" + end(number)).orElse(reference);
	}

	/** The account as it is shown; empty without one. */
	String shown(List<String> fields) {
		return account(fields).isEmpty() ? "" : "\u2026" + accountEnd(fields);
	}

	private String accountEnd(List<String> fields) {
		return end(account(fields));
	}

	private static String end(String number) {
		return (number.length() >= SHORTEST) ? number.substring(number.length() - SHOWN) : "";
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
