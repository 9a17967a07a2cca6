package dev.tickmark;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.iban4j.CountryCode;
import org.iban4j.Iban;

/**
 * Makes payee files. The last four characters of an account choose the sandbox's answer;
 * numbered accounts stay below the first of these markers.
 */
final class Payees {

	private static final List<String> ACCOUNTS = List.of("reference", "type", "name", "country", "currency", "iban",
			"sort_code", "account_number");

	private static final List<String> PERSONS = List.of("first_name", "last_name", "phone", "bank_id", "customer_id",
			"tax_id", "date_of_birth", "birth_place", "passport_number", "passport_issuer", "passport_issuer_code",
			"passport_issue_date", "postcode", "address", "email", "contract_number", "contract_date");

	private static final Pattern LONG_NUMBER = Pattern.compile("[A-Z]{2}\\d{20}|\\d{8,}");

	private static final int LOWEST_MARKER = 7000;

	private final List<String> columns;

	private final List<String> lines = new ArrayList<>();

	private final Set<String> accounts = new HashSet<>();

	private int counted;

	/** With the columns that a list of accounts has. */
	Payees() {
		this(ACCOUNTS);
	}

	private Payees(List<String> columns) {
		this.columns = columns;
		this.lines.add(String.join(",", columns));
	}

	/** With the columns of all five providers. */
	static Payees everybody() {
		return new Payees(Stream.concat(ACCOUNTS.stream(), PERSONS.stream()).toList());
	}

	/** As many rows for Banfico, then as many for PaySway, row by row, all different. */
	static Payees of(int banfico, int paysway) {
		Payees payees = new Payees();
		for (int i = 0; i < Math.max(banfico, paysway); i++) {
			if (i < banfico) {
				payees.banfico(payees.next());
			}
			if (i < paysway) {
				payees.paysway(payees.next());
			}
		}
		return payees;
	}

	/** Adds a row for Banfico whose account ends in these four digits. */
	Payees banfico(String ending) {
		String account = "2000" + ending;
		this.accounts.add(account);
		return row(Map.of("type", "business", "name", "Mill " + ending + " Ltd", "country", "GB", "currency", "GBP",
				"sort_code", "40-47-84", "account_number", account));
	}

	/** Adds a row for PaySway whose IBAN ends in these four digits. */
	Payees paysway(String ending) {
		String iban = new Iban.Builder().countryCode(CountryCode.DE)
			.bankCode("37040044")
			.accountNumber("053201" + ending)
			.build()
			.toString();
		this.accounts.add(iban);
		return row(Map.of("type", "personal", "name", "Ada Bäcker " + ending, "country", "DE", "currency", "EUR",
				"iban", iban));
	}

	/** Adds a row for Smart Glocal whose phone number ends in these four digits. */
	Payees smartglocal(String ending) {
		this.accounts.add("7916555" + ending);
		return row(Map.of("first_name", "Мила", "last_name", "Ракитова", "phone", "+7 916 555-" + ending, "bank_id",
				"100000000004"));
	}

	/** Adds a row for Bank 131 whose passport number ends in these four digits. */
	Payees bank131(String ending) {
		return bank131(ending, "AG-" + reference());
	}

	/** Adds a row for Bank 131 with the number of its contract. */
	Payees bank131(String ending, String contract) {
		this.accounts.addAll(Set.of("450912" + ending, "500100732259"));
		Map<String, String> row = new HashMap<>(Map.of("first_name", "Лев", "last_name", "Синеоков", "tax_id",
				"500100732259", "date_of_birth", "1980-02-29", "birth_place", "Новолесье", "passport_number",
				"450912" + ending, "passport_issuer", "ОВД Новолесья", "passport_issuer_code", "770-001"));
		row.putAll(Map.of("passport_issue_date", "2000-03-15", "postcode", "630005", "address", "Садовая 1", "email",
				"lev@example.org", "phone", "+7 916 555-00-01", "contract_number", contract, "contract_date",
				"2026-01-15"));
		return row(row);
	}

	/** Adds a row for Paysafe whose customer id ends in these four digits. */
	Payees paysafe(String ending) {
		this.accounts.add("880012" + ending);
		return row(Map.of("name", "Odessa Pruitt", "country", "US", "customer_id", "880012" + ending));
	}

	private Payees row(Map<String, String> values) {
		return line(this.columns.stream()
			.map((column) -> column.equals("reference") ? reference() : values.getOrDefault(column, ""))
			.collect(Collectors.joining(",")));
	}

	/** Adds a line as it is. */
	Payees line(String line) {
		this.lines.add(line);
		return this;
	}

	/** The reference that the next row gets. */
	String reference() {
		return "R" + this.lines.size();
	}

	byte[] bytes() {
		return (String.join("\n", this.lines) + "\n").getBytes(StandardCharsets.UTF_8);
	}

	/** The accounts of this file that a text shows. */
	Set<String> accountsIn(String text) {
		Set<String> found = new HashSet<>();
		Matcher numbers = LONG_NUMBER.matcher(text);
		while (numbers.find()) {
			if (this.accounts.contains(numbers.group())) {
				found.add(numbers.group());
			}
		}
		return found;
	}

	private String next() {
		if (++this.counted >= LOWEST_MARKER) {
			throw new IllegalStateException("the next account would be a marker");
		}
		return "%04d".formatted(this.counted);
	}

}
