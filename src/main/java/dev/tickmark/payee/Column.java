package dev.tickmark.payee;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The columns of a payee file that mean something to us. Any other column is carried
 * through to the result untouched.
 */
public enum Column {

	REFERENCE, TYPE, NAME, FIRST_NAME, MIDDLE_NAME, LAST_NAME, COUNTRY, CURRENCY, IBAN, BIC, SORT_CODE, ACCOUNT_NUMBER,
	SECONDARY_ACCOUNT, PHONE, BANK_ID, CUSTOMER_ID, TAX_ID, DATE_OF_BIRTH, BIRTH_PLACE, PASSPORT_NUMBER,
	PASSPORT_ISSUER, PASSPORT_ISSUER_CODE, PASSPORT_ISSUE_DATE, POSTCODE, ADDRESS, EMAIL, CONTRACT_NUMBER,
	CONTRACT_DATE, AMOUNT, PROVIDER;

	private static final Pattern SEPARATORS = Pattern.compile("[\\s_-]+");

	private static final Map<String, Column> BY_HEADER = Arrays.stream(values())
		.collect(Collectors.toUnmodifiableMap(Column::header, Function.identity()));

	/** The column's name in a file, in lower case: {@code sort_code}. */
	public String header() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Finds a column by the name a file gives it. Case does not matter, nor whether a
	 * space, a hyphen or an underscore divides the words.
	 */
	public static Optional<Column> named(String header) {
		return Optional.ofNullable(BY_HEADER.get(plain(header)));
	}

	/** A name as it is compared with others. */
	public static String plain(String header) {
		return SEPARATORS.matcher(header.strip().toLowerCase(Locale.ROOT)).replaceAll("_");
	}

}
