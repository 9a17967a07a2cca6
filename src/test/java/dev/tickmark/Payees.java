package dev.tickmark;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.iban4j.CountryCode;
import org.iban4j.Iban;

/**
 * Makes payee files. The last four characters of an account choose the sandbox's answer;
 * numbered accounts stay below the first of these markers.
 */
final class Payees {

	private static final String HEADER = "reference,type,name,country,currency,iban,sort_code,account_number";

	private static final Pattern LONG_NUMBER = Pattern.compile("[A-Z]{2}\\d{20}|\\d{8,}");

	private static final int LOWEST_MARKER = 7000;

	private final List<String> lines = new ArrayList<>();

	private final Set<String> accounts = new HashSet<>();

	private int counted;

	Payees() {
		this.lines.add(HEADER);
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
		return line("%s,business,Mill %s Ltd,GB,GBP,,40-47-84,%s".formatted(reference(), ending, account));
	}

	/** Adds a row for PaySway whose IBAN ends in these four digits. */
	Payees paysway(String ending) {
		String iban = new Iban.Builder().countryCode(CountryCode.DE)
			.bankCode("37040044")
			.accountNumber("053201" + ending)
			.build()
			.toString();
		this.accounts.add(iban);
		return line("%s,personal,Ada Bäcker %s,DE,EUR,%s,,".formatted(reference(), ending, iban));
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
