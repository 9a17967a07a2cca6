package dev.tickmark.provider.banfico;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.PayeeType;
import dev.tickmark.payee.Problem;
import dev.tickmark.provider.Json;

/** What Banfico is asked about a payee. */
final class BanficoQuestion {

	private static final Pattern SEPARATING = Pattern.compile("[,;\\s\\p{Cntrl}]+");

	static final Set<Column> COLUMNS = Collections
		.unmodifiableSet(EnumSet.of(Column.TYPE, Column.NAME, Column.FIRST_NAME, Column.MIDDLE_NAME, Column.LAST_NAME,
				Column.IBAN, Column.SORT_CODE, Column.ACCOUNT_NUMBER, Column.SECONDARY_ACCOUNT, Column.BIC));

	/**
	 * Where Confirmation of Payee is in use: the United Kingdom and the Crown islands.
	 */
	private static final Set<String> COUNTRIES = Set.of("GB", "GG", "IM", "JE", "GI");

	private static final int LONGEST_NAME = 150;

	private BanficoQuestion() {
	}

	static boolean covers(Payee payee) {
		String iban = payee.get(Column.IBAN);
		return hasSortCode(payee) || (iban != null && iban.length() > 2 && COUNTRIES.contains(iban.substring(0, 2)));
	}

	static @Nullable Problem lacks(Payee payee) {
		if (!hasSortCode(payee) && !payee.has(Column.IBAN)) {
			return new Problem(Column.IBAN.header(),
					"Banfico needs an IBAN, or a sort code and an account number; the row has neither");
		}
		if (hasSortCode(payee) && !account(payee).matches("\\d{14}")) {
			return new Problem(Column.ACCOUNT_NUMBER.header(),
					"Banfico needs a sort code of 6 digits and an account number of 8 digits");
		}
		String name = name(payee);
		if (name.replace(",", "").isBlank()) {
			return new Problem(Column.NAME.header(), "Banfico needs the payee's name; the row has none");
		}
		if (name.length() > LONGEST_NAME) {
			return new Problem(Column.NAME.header(), "Banfico takes a name of at most " + LONGEST_NAME
					+ " characters, three commas included; this one has " + name.length());
		}
		return null;
	}

	static String body(Payee payee) {
		ObjectNode body = Json.object();
		ObjectNode verification = body.putObject("data").putObject("verification");
		verification.putArray("types").add("NAME");
		ObjectNode account = verification.putObject("account");
		PayeeType type = payee.type();
		Json.put(account, "type", (type != null) ? type.name() : null);
		account.put("idScheme", hasSortCode(payee) ? "SCAN" : "IBAN");
		account.put("name", name(payee));
		account.put("id", account(payee));
		Json.put(account, "secondaryId", payee.get(Column.SECONDARY_ACCOUNT));
		String bic = payee.get(Column.BIC);
		if (bic != null) {
			account.putObject("holdingEntity").put("type", "BICFI").put("value", bic);
		}
		return Json.write(body);
	}

	/** The account as it is asked about: what the schemes call SCAN, or the IBAN. */
	static String account(Payee payee) {
		return hasSortCode(payee) ? payee.require(Column.SORT_CODE) + payee.require(Column.ACCOUNT_NUMBER)
				: payee.require(Column.IBAN);
	}

	private static boolean hasSortCode(Payee payee) {
		return payee.has(Column.SORT_CODE, Column.ACCOUNT_NUMBER);
	}

	/**
	 * {@code Last,First,Middle,Honorific} where the parts are known, else
	 * {@code ,,,Full Name}. An organisation's own name comes before that of its contact.
	 */
	private static String name(Payee payee) {
		boolean company = payee.type() == PayeeType.BUSINESS && payee.has(Column.NAME);
		if (payee.has(Column.FIRST_NAME, Column.LAST_NAME) && !company) {
			return Stream.of(Column.LAST_NAME, Column.FIRST_NAME, Column.MIDDLE_NAME)
				.map((column) -> plain(payee.get(column)))
				.collect(Collectors.joining(",", "", ","));
		}
		return ",,," + plain(payee.fullName());
	}

	/**
	 * Commas divide the parts of a name here, and semicolons its holders. Assumption: the
	 * page shows no way to escape them, so that a space stands for them.
	 */
	private static String plain(@Nullable String name) {
		return SEPARATING.matcher(Objects.requireNonNullElse(name, "")).replaceAll(" ").strip();
	}

}
