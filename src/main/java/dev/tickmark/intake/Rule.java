package dev.tickmark.intake;

import java.time.LocalDate;

import dev.tickmark.payee.Column;

/** Checks and normalises the values of one column. */
@FunctionalInterface
interface Rule {

	/** Takes a value that is not blank and has no control characters. */
	Checked check(String value);

	/** The rule of a column; what only a provider can judge is merely stripped. */
	static Rule of(Column column, Notation notation, LocalDate today) {
		return switch (column) {
			case NAME, FIRST_NAME, MIDDLE_NAME, LAST_NAME, BIRTH_PLACE, PASSPORT_ISSUER, ADDRESS ->
				(value) -> new Checked.Good(Text.collapsed(value));
			case TYPE -> Codes::type;
			case COUNTRY -> Codes::country;
			case CURRENCY -> Codes::currency;
			case IBAN -> Accounts::iban;
			case BIC -> Accounts::bic;
			case SORT_CODE -> Accounts::sortCode;
			case ACCOUNT_NUMBER -> Accounts::accountNumber;
			case EMAIL -> Codes::email;
			case DATE_OF_BIRTH -> (value) -> Dates.past(value, notation, today);
			case PASSPORT_ISSUE_DATE, CONTRACT_DATE -> (value) -> Dates.date(value, notation);
			case PROVIDER -> Codes::lowerCase;
			case REFERENCE, SECONDARY_ACCOUNT, PHONE, BANK_ID, CUSTOMER_ID, TAX_ID, PASSPORT_NUMBER,
					PASSPORT_ISSUER_CODE, POSTCODE, CONTRACT_NUMBER, AMOUNT ->
				(value) -> new Checked.Good(Text.stripped(value));
		};
	}

}
