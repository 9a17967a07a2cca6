package dev.tickmark.provider.bank131;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;

/**
 * What Bank 131 is asked about a person. {@code create_participant} is not sent: a
 * verification shall change nothing there.
 */
final class Bank131Question {

	/**
	 * The same for everybody. Assumption where the page's versions differ: others have
	 * "Паспорт гражданина РФ" for the document and "ВБ отсутствует" for the owners.
	 */
	private static final Map<String, String> CONSTANTS = Map.of("identity_document", "Паспорт РФ", "citizenship", "РФ",
			"beneficial_owners", "БВ отсутствует", "public_officials", "Нет", "migration_card", "-",
			"right_to_stay_in_rf", "-");

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");

	private Bank131Question() {
	}

	/** Only what is asked, in the one form in which it is asked. */
	static Payee of(Payee payee) {
		Payee asked = payee.only(Field.COLUMNS);
		String phone = Phone.international(payee);
		if (phone != null) {
			asked = asked.with(Column.PHONE, phone);
		}
		String office = payee.get(Column.PASSPORT_ISSUER_CODE);
		if (office != null && office.length() == 6) {
			asked = asked.with(Column.PASSPORT_ISSUER_CODE, office.substring(0, 3) + "-" + office.substring(3));
		}
		return asked;
	}

	/** The payload's canonical text. */
	static String payload(Payee payee) {
		Map<String, String> payload = new TreeMap<>(CONSTANTS);
		Payee asked = of(payee);
		for (Field field : Field.values()) {
			String value = asked.get(field.column());
			if (value != null) {
				payload.put(field.member(), field.isDate() ? DAY.format(LocalDate.parse(value)) : value);
			}
		}
		return CanonicalJson.write(payload);
	}

}
