package dev.tickmark.provider.bank131;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import dev.tickmark.payee.Column;

/**
 * What Bank 131 is told about a person, in the order in which a row is looked at.
 *
 * @see <a href=
 * "https://developer.131.ru/docs/en/verification/verification-process/">Parameters of
 * version 1.1</a>
 */
enum Field {

	// The page's version 1.1 has the descriptions of these two swapped
	FIRST_NAME("first_name", "the first name"), LAST_NAME("last_name", "the last name"),
	MIDDLE_NAME("patronymic", "the patronymic"), DATE_OF_BIRTH("birthday", "the date of birth"),
	BIRTH_PLACE("birthplace", "the place of birth"), TAX_ID("inn", "the person's INN"),
	PASSPORT_NUMBER("passport_number", "series and number of the passport"),
	PASSPORT_ISSUER("issuer", "who issued the passport"),
	PASSPORT_ISSUER_CODE("issuer_code", "the code of the office that issued the passport"),
	PASSPORT_ISSUE_DATE("issuer_date", "the day when the passport was issued"),
	POSTCODE("postcode", "the postcode of the registered address"), ADDRESS("address", "the registered address"),
	// Assumption: the tables of version 1.1 leave its name out; version 2.0 has e-mail
	EMAIL("email", "the e-mail address"), PHONE("phone_number", "the phone number"),
	CONTRACT_NUMBER("agent_contract_number", "the number of the agency contract"),
	CONTRACT_DATE("agent_contract_date", "the date of the agency contract");

	/** The columns of all fields. */
	static final Set<Column> COLUMNS = Arrays.stream(values())
		.map(Field::column)
		.collect(Collectors.collectingAndThen(Collectors.toCollection(() -> EnumSet.noneOf(Column.class)),
				Collections::unmodifiableSet));

	private static final Set<Field> DATES = Collections
		.unmodifiableSet(EnumSet.of(DATE_OF_BIRTH, PASSPORT_ISSUE_DATE, CONTRACT_DATE));

	private final String member;

	private final String words;

	Field(String member, String words) {
		this.member = member;
		this.words = words;
	}

	Column column() {
		return Column.valueOf(name());
	}

	/** Its name in the payload. */
	String member() {
		return this.member;
	}

	/** What it is, as a person would say it within a sentence. */
	String words() {
		return this.words;
	}

	boolean isDate() {
		return DATES.contains(this);
	}

	/** Not everybody has a patronymic. */
	boolean isOptional() {
		return this == MIDDLE_NAME;
	}

}
