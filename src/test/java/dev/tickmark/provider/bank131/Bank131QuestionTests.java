package dev.tickmark.provider.bank131;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Problem;
import dev.tickmark.provider.Dialogue;
import dev.tickmark.provider.Request;

import static org.assertj.core.api.Assertions.assertThat;

class Bank131QuestionTests {

	private final Bank131 bank131 = Given.provider();

	@Test
	void thePayloadIsTheTextThatPythonWouldSign() {
		assertThat(Given.asking().body()).isEqualTo(Dialogue.sample("bank131/payload-by-python"));
	}

	@Test
	void theQuestionIsPostedWithoutAnyCredentials() {
		Request request = Given.asking().next();
		assertThat(request.kind()).isEqualTo(CallKind.SUBMIT);
		assertThat(request.method()).isEqualTo("POST");
		assertThat(request.path()).isEqualTo("/api/v1.1/check");
		assertThat(request.headers()).isEmpty();
		assertThat(request.repeat()).isFalse();
	}

	@Test
	void aPersonWithoutAPatronymicIsAskedAboutWithoutOne() {
		Payee payee = with(Column.MIDDLE_NAME, "");
		assertThat(this.bank131.lacks(payee)).isNull();
		assertThat(Dialogue.about(this.bank131, payee).body()).doesNotContain("patronymic")
			.contains("\"passport_number\": \"4509123456\", \"phone_number\"");
	}

	@Test
	void nothingElseOfTheRowIsAsked() {
		Payee more = with(Column.IBAN, "FR1420041010050500013M02606").with(Column.NAME, "Anna");
		assertThat(this.bank131.question(more)).isEqualTo(Given.PERSON);
		assertThat(Dialogue.about(this.bank131, more).body()).isEqualTo(Given.asking().body());
	}

	@ParameterizedTest
	@ValueSource(strings = { "8 (916) 123-45-67", "+7 916 123 45 67", "79161234567", "9161234567", "+7-916-123-45-67",
			"8 10 7 916 123 45 67" })
	void aPhoneInAnyUsualWritingIsTheSameQuestion(String written) {
		Payee payee = with(Column.PHONE, written);
		assertThat(this.bank131.lacks(payee)).isNull();
		assertThat(this.bank131.question(payee)).isEqualTo(Given.PERSON);
	}

	@Test
	void aPhoneWithoutItsCountryIsOneOfTheRowsCountry() {
		Payee payee = with(Column.PHONE, "8 701 234 56 78").with(Column.COUNTRY, "KZ");
		assertThat(this.bank131.question(payee).get(Column.PHONE)).isEqualTo("+77012345678");
		assertThat(Dialogue.about(this.bank131, payee).body()).contains("\"phone_number\": \"+77012345678\"");
	}

	@Test
	void theOfficesCodeMayBeWrittenWithoutItsHyphen() {
		Payee payee = with(Column.PASSPORT_ISSUER_CODE, "770001");
		assertThat(this.bank131.lacks(payee)).isNull();
		assertThat(this.bank131.question(payee)).isEqualTo(Given.PERSON);
		assertThat(Dialogue.about(this.bank131, payee).body()).isEqualTo(Given.asking().body());
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MIDDLE_NAME")
	void whatARowMustHaveIsNamed(Field field) {
		assertThat(lacks(field.column(), "")).extracting(Problem::column).isEqualTo(field.column().header());
		assertThat(lacks(field.column(), "")).extracting(Problem::text).asString().startsWith("Bank 131 needs ");
	}

	@ParameterizedTest
	@CsvSource({ "TAX_ID, 500100732258, check digits", "TAX_ID, 500100732269, check digits",
			"TAX_ID, 7707083893, 12 digits", "TAX_ID, 5001 0073 2259, 12 digits", "TAX_ID, 50010073225X, 12 digits",
			"TAX_ID, ٥٠٠١٠٠٧٣٢٢٥٩, 12 digits", "PASSPORT_NUMBER, 4509 123456, without spaces",
			"PASSPORT_NUMBER, 45 09 123456, without spaces", "PASSPORT_NUMBER, 450912345, 10 digits",
			"PASSPORT_NUMBER, 45091234567, 10 digits", "PASSPORT_NUMBER, AB09123456, 10 digits",
			"PASSPORT_ISSUER_CODE, 77-0001, 6 digits", "PASSPORT_ISSUER_CODE, 77000, 6 digits",
			"PASSPORT_ISSUER_CODE, 770 001, 6 digits", "PASSPORT_ISSUE_DATE, 2026-03-03, lies in the future",
			"PASSPORT_ISSUE_DATE, 1985-04-11, before the person's birth", "PASSPORT_ISSUE_DATE, 31.05.2009, year-month",
			"DATE_OF_BIRTH, 12.04.1985, year-month", "CONTRACT_DATE, soon, year-month", "POSTCODE, 11902, 6 digits",
			"POSTCODE, 1190211, 6 digits", "POSTCODE, NW1 6XE, 6 digits", "PHONE, 8-800-FLOWERS, in digits",
			"PHONE, +7 916 call me, in digits", "PHONE, 12345, in digits", "PHONE, +999 123 456 78 90, in digits",
			"PHONE, +7 916 123-45-67 доб. 5, in digits" })
	void whatBank131WouldRefuseIsRefusedBeforeAnyCall(Column column, String value, String expected) {
		assertThat(lacks(column, value)).isNotNull().satisfies((problem) -> {
			assertThat(problem.column()).isEqualTo(column.header());
			assertThat(problem.text()).contains(expected).doesNotContain(value);
		});
	}

	@ParameterizedTest
	@CsvSource({ "PASSPORT_ISSUE_DATE, 2026-03-02", "PASSPORT_ISSUE_DATE, 1985-04-12", "TAX_ID, 500100732259",
			"CONTRACT_DATE, 2031-01-01", "POSTCODE, 001000" })
	void whatIsUnusualButPossibleIsAsked(Column column, String value) {
		assertThat(lacks(column, value)).isNull();
	}

	@Test
	void leadingZerosStay() {
		assertThat(Dialogue.about(this.bank131, with(Column.PASSPORT_NUMBER, "0009000001")).body())
			.contains("\"passport_number\": \"0009000001\"");
	}

	@Test
	void aPassportNumberBringsARowHere() {
		assertThat(this.bank131.fits(Dialogue.payee(Column.PASSPORT_NUMBER, "1"))).isTrue();
		assertThat(this.bank131.fits(Dialogue.payee(Column.TAX_ID, "1"))).isFalse();
	}

	private @Nullable Problem lacks(Column column, String value) {
		return this.bank131.lacks(with(column, value));
	}

	private static Payee with(Column column, String value) {
		Map<Column, String> values = new HashMap<>(Given.PERSON.values());
		values.put(column, Objects.requireNonNull(value));
		return new Payee(values);
	}

}
