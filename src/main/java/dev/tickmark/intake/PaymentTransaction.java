package dev.tickmark.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A transaction of a pain.001 message as a row of a payee file. */
final class PaymentTransaction {

	/** The names of the columns: those that are known to us first, then what is shown. */
	static final List<String> HEADER = List.of("reference", "name", "type", "country", "iban", "sort_code",
			"account_number", "bic", "currency", "other_account", "amount", "amount_currency",
			"requested_execution_date", "remittance", "debtor_name", "payment_information_id", "instruction_id",
			"end_to_end_id", "uetr");

	/** What is written where an identification is required and there is none. */
	private static final String NONE = "NOTPROVIDED";

	/** The clearing system of sort codes, in ISO 20022's external code set. */
	private static final String SORT_CODES = "GBDSC";

	private static final Pattern IBAN_SHAPED = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");

	/**
	 * Alien registration, passport, driving licence, national identity and social
	 * security: numbers that none but persons have. A tax or customer number tells
	 * nothing.
	 */
	private static final Set<String> OF_PERSONS = Set.of("ARNU", "CCPT", "DRLC", "NIDN", "SOSE");

	private final Map<PaymentValue, String> values;

	private PaymentTransaction(Map<PaymentValue, String> values) {
		this.values = values;
	}

	/** The fields of the row in the order of the header; what is missing is empty. */
	static List<String> fields(Map<PaymentValue, String> values) {
		return new PaymentTransaction(values).fields();
	}

	private List<String> fields() {
		String other = get(PaymentValue.OTHER_ACCOUNT);
		String shaped = ibanOf(other);
		boolean sortCode = get(PaymentValue.CLEARING_SYSTEM).equals(SORT_CODES);
		boolean british = sortCode && shaped.isEmpty();
		String iban = get(PaymentValue.IBAN);
		String transfer = get(PaymentValue.TRANSFER_CURRENCY);
		String currency = get(PaymentValue.AMOUNT_CURRENCY);
		return List.of(reference(), get(PaymentValue.NAME), type(), get(PaymentValue.COUNTRY),
				iban.isEmpty() ? shaped : iban, sortCode ? get(PaymentValue.CLEARING_MEMBER) : "", british ? other : "",
				given(PaymentValue.BIC), transfer.isEmpty() ? currency : transfer,
				(british || !shaped.isEmpty()) ? "" : other, get(PaymentValue.AMOUNT), currency,
				get(PaymentValue.EXECUTION_DATE), get(PaymentValue.REMITTANCE), get(PaymentValue.DEBTOR),
				get(PaymentValue.PAYMENT_ID), get(PaymentValue.INSTRUCTION_ID), get(PaymentValue.END_TO_END_ID),
				get(PaymentValue.UETR));
	}

	private String reference() {
		String reference = given(PaymentValue.END_TO_END_ID);
		return reference.isEmpty() ? given(PaymentValue.INSTRUCTION_ID) : reference;
	}

	/** Personal or business where the message itself says it, never by the name. */
	private String type() {
		boolean organisation = !get(PaymentValue.ORGANISATION).isEmpty();
		boolean person = !get(PaymentValue.BIRTH).isEmpty() || OF_PERSONS.contains(get(PaymentValue.PERSON_SCHEME));
		if (organisation == person) {
			return "";
		}
		return organisation ? "business" : "personal";
	}

	private static String ibanOf(String account) {
		String joined = Text.joined(account).toUpperCase(Locale.ROOT);
		return IBAN_SHAPED.matcher(joined).matches() ? account : "";
	}

	private String given(PaymentValue value) {
		String text = get(value);
		return text.equals(NONE) ? "" : text;
	}

	private String get(PaymentValue value) {
		return this.values.getOrDefault(value, "");
	}

}
