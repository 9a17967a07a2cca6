package dev.tickmark.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.List;

import org.iban4j.CountryCode;
import org.iban4j.Iban;

/**
 * Writes payee files of any length. All questions are different, and none ends in four
 * digits that choose a special answer of the sandbox.
 */
final class PayeeRows {

	private static final List<String> ACCOUNTS = List.of("reference", "type", "name", "country", "currency", "iban",
			"sort_code", "account_number");

	private static final List<String> PERSONS = List.of("first_name", "last_name", "phone", "bank_id", "customer_id",
			"tax_id", "date_of_birth", "birth_place", "passport_number", "passport_issuer", "passport_issuer_code",
			"passport_issue_date", "postcode", "address", "email", "contract_number", "contract_date");

	/** The sandbox's markers begin here. */
	private static final int ENDINGS = 7000;

	private PayeeRows() {
	}

	/** Writes as many rows for each provider, evenly mixed. */
	static void write(Path file, Map<String, Integer> rows) throws IOException {
		write(file, rows, 0);
	}

	/**
	 * Writes as many rows for each provider, evenly mixed.
	 * @param first the number of the first payee; other numbers are other payees
	 */
	static void write(Path file, Map<String, Integer> rows, int first) throws IOException {
		boolean persons = rows.keySet().stream().anyMatch((provider) -> !isOfAccounts(provider));
		List<String> columns = persons ? Stream.concat(ACCOUNTS.stream(), PERSONS.stream()).toList() : ACCOUNTS;
		Map<String, Integer> sorted = new TreeMap<>(rows);
		long most = sorted.values().stream().mapToInt(Integer::intValue).max().orElse(0);
		int reference = 0;
		try (BufferedWriter lines = Files.newBufferedWriter(file)) {
			lines.append(String.join(",", columns)).append('\n');
			for (long turn = 0; turn < most; turn++) {
				for (Map.Entry<String, Integer> lane : sorted.entrySet()) {
					long before = turn * lane.getValue() / most;
					if ((turn + 1) * lane.getValue() / most > before) {
						Map<String, String> row = row(lane.getKey(), first + (int) before);
						row.put("reference", "R" + ++reference);
						lines
							.append(columns.stream()
								.map((column) -> row.getOrDefault(column, ""))
								.collect(Collectors.joining(",")))
							.append('\n');
					}
				}
			}
		}
	}

	private static boolean isOfAccounts(String provider) {
		return provider.equals("banfico") || provider.equals("paysway");
	}

	private static Map<String, String> row(String provider, int number) {
		String ending = "%04d".formatted(number % ENDINGS);
		int block = number / ENDINGS;
		return new TreeMap<>(switch (provider) {
			case "banfico" -> Map.of("type", "business", "name", "Mill " + number + " Ltd", "country", "GB", "currency",
					"GBP", "sort_code", "40-47-84", "account_number", (2000 + block) + ending);
			case "paysway" -> Map.of("type", "personal", "name", "Ada Bäcker " + ending, "country", "DE", "currency",
					"EUR", "iban", iban("%06d".formatted(53201 + block) + ending));
			case "smartglocal" -> Map.of("first_name", "Мила", "last_name", "Ракитова", "phone",
					"+7916" + (555 + block) + ending, "bank_id", "100000000004");
			case "bank131" -> passport((450912 + block) + ending, "AG-" + number);
			case "paysafe" ->
				Map.of("name", "Odessa Pruitt", "country", "US", "customer_id", (880012 + block) + ending);
			default -> throw new IllegalArgumentException(provider);
		});
	}

	private static String iban(String account) {
		return new Iban.Builder().countryCode(CountryCode.DE)
			.bankCode("37040044")
			.accountNumber(account)
			.build()
			.toString();
	}

	private static Map<String, String> passport(String number, String contract) {
		Map<String, String> row = new TreeMap<>(Map.of("first_name", "Лев", "last_name", "Синеоков", "tax_id",
				"500100732259", "date_of_birth", "1980-02-29", "birth_place", "Новолесье", "passport_number", number,
				"passport_issuer", "ОВД Новолесья", "passport_issuer_code", "770-001"));
		row.putAll(Map.of("passport_issue_date", "2000-03-15", "postcode", "630005", "address", "Садовая 1", "email",
				"lev@example.org", "phone", "+7 916 555-00-01", "contract_number", contract, "contract_date",
				"2026-01-15"));
		return row;
	}

}
