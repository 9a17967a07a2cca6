package dev.tickmark.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Column;

/**
 * Which column one may be whose name is none of ours: by what stands in it, or by a name
 * that lists use. Only a suggestion, which a person confirms.
 */
final class Guesses {

	/** Names without case, marks and what divides their words. */
	private static final Map<Column, String> USUAL = Map.ofEntries(
			Map.entry(Column.NAME,
					"beneficiary beneficiaryname payee payeename creditor creditorname supplier suppliername vendor"
							+ " vendorname recipient recipientname accountname accountholder holder fullname company"
							+ " companyname name1 kreditor empfaenger empfaengername zahlungsempfaenger kontoinhaber"
							+ " lieferant beguenstigter"),
			Map.entry(Column.FIRST_NAME, "vorname givenname forename"),
			Map.entry(Column.LAST_NAME, "nachname surname familyname familienname"),
			Map.entry(Column.IBAN, "ibannumber ibannr accountiban beneficiaryiban creditoriban kontoiban"),
			Map.entry(Column.BIC, "swift swiftcode biccode bicswift swiftbic"),
			Map.entry(Column.SORT_CODE, "sort sortingcode banksortcode"),
			Map.entry(Column.ACCOUNT_NUMBER, "account accountno accountnr kontonummer kontonr konto"),
			Map.entry(Column.COUNTRY, "land countrycode laendercode"),
			Map.entry(Column.CURRENCY, "waehrung ccy currencycode"),
			Map.entry(Column.REFERENCE,
					"ref referenz id beleg belegnr belegnummer paymentreference invoice invoiceno rechnungsnummer verwendungszweck vendorid"
							+ " supplierid kreditorennummer lieferantennummer"),
			Map.entry(Column.AMOUNT, "betrag summe paymentamount total"), Map.entry(Column.TYPE, "payeetype typ art"),
			Map.entry(Column.PHONE, "phonenumber phoneno telephone mobile msisdn telefon telefonnummer handy"),
			Map.entry(Column.POSTCODE, "plz postleitzahl zip zipcode postalcode"),
			Map.entry(Column.ADDRESS, "adresse strasse street"),
			Map.entry(Column.EMAIL, "mail emailaddress emailadresse mailadresse"),
			Map.entry(Column.DATE_OF_BIRTH, "birthdate birthday dob geburtsdatum"),
			Map.entry(Column.TAX_ID, "taxnumber taxno steuernummer inn vatid"));

	private static final Map<String, Column> BY_NAME = USUAL.entrySet()
		.stream()
		.flatMap(
				(entry) -> List.of(entry.getValue().split(" ")).stream().map((name) -> Map.entry(name, entry.getKey())))
		.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

	private Guesses() {
	}

	static Map<Integer, Column> of(Layout layout, List<Glance.Row> rows) {
		Map<Integer, Column> guesses = new HashMap<>();
		Set<Integer> known = Set.copyOf(layout.positions().values());
		// what stands in a column says more than its name
		for (Function<Integer, @Nullable Column> way : List.<Function<Integer, @Nullable Column>>of(
				(position) -> byContent(position, rows), (position) -> byName(position, layout),
				(position) -> byNearness(position, layout))) {
			for (int position = 0; position < layout.header().size(); position++) {
				@Nullable Column guess = (known.contains(position) || guesses.containsKey(position)) ? null : way.apply(position);
				if (guess != null && !layout.has(guess) && !guesses.containsValue(guess)) {
					guesses.put(position, guess);
				}
			}
		}
		return guesses;
	}

	private static @Nullable Column byContent(int position, List<Glance.Row> rows) {
		List<String> values = rows.stream()
			.map(Glance.Row::cells)
			.filter((cells) -> position < cells.size())
			.map((cells) -> Text.stripped(cells.get(position)))
			.filter((value) -> !value.isEmpty())
			.toList();
		if (values.isEmpty()) {
			return null;
		}
		if (values.stream().allMatch((value) -> Accounts.iban(value) instanceof Checked.Good)) {
			return Column.IBAN;
		}
		return values.stream().allMatch((value) -> value.contains("@") && Codes.email(value) instanceof Checked.Good)
				? Column.EMAIL : null;
	}

	private static @Nullable Column byName(int position, Layout layout) {
		return BY_NAME.get(LooseName.of(layout.header().get(position)).letters());
	}

	private static @Nullable Column byNearness(int position, Layout layout) {
		Optional<String> nearest = MissingColumns.nearest(layout.header().get(position), layout);
		return nearest.flatMap(Column::named).orElse(null);
	}

}
