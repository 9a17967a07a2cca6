package dev.tickmark.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.PayeeType;

import static org.assertj.core.api.Assertions.assertThat;

class ValueRulesTests {

	@TempDir
	Path folder;

	@Test
	void aNameIsComposedAndItsWhiteSpaceCollapsed() throws Exception {
		Payee payee = Given.payee(this.folder, "name", " Jose\u0301 \u00A0 O'Brien\r\n\tGmbH ");
		assertThat(payee.fullName()).isEqualTo("Jos\u00E9 O'Brien GmbH");
	}

	@Test
	void theWholeNameWinsOverItsParts() throws Exception {
		Payee payee = Given.payee(this.folder, "first_name", "Eva", "last_name", "x".repeat(200), "name", "Erika");
		assertThat(payee.fullName()).isEqualTo("Erika");
	}

	@Test
	void thePartsMakeTheNameWhereThereIsNoOther() throws Exception {
		Payee payee = Given.payee(this.folder, "name", "", "first_name", " Eva ", "middle_name", "M.", "last_name",
				"Muster");
		assertThat(payee.fullName()).isEqualTo("Eva M. Muster");
	}

	@Test
	void aRowWithoutANameIsRejected() throws Exception {
		assertThat(Given.problem(this.folder, "name", " \u00A0 ")).isEqualTo("name: The name is missing.");
	}

	@Test
	void aNameHasAtMost150LettersHoweverTheyAreStored() throws Exception {
		String letter = "\uD835\uDD38";
		assertThat(Given.row(this.folder, "name", letter.repeat(150)).problem()).isNull();
		assertThat(Given.problem(this.folder, "name", letter.repeat(151)))
			.isEqualTo("name: The name has 151 characters, at most 150 are allowed.");
	}

	@Test
	void aNameInPartsIsMeasuredAsAWhole() throws Exception {
		assertThat(Given.problem(this.folder, "name", "", "first_name", "x".repeat(75), "last_name", "y".repeat(75)))
			.isEqualTo("last_name: The name in all has 151 characters, at most 150 are allowed.");
	}

	@ParameterizedTest
	@CsvSource({ "personal,PERSONAL", "Individual,PERSONAL", "PERSON,PERSONAL", "business,BUSINESS", "Company,BUSINESS",
			"organisation,BUSINESS", " ORGANIZATION ,BUSINESS" })
	void theTypeIsUnderstoodInSeveralWords(String word, PayeeType type) throws Exception {
		assertThat(Given.payee(this.folder, "type", word).type()).isEqualTo(type);
	}

	@Test
	void theTypeMayBeBlank() throws Exception {
		assertThat(Given.payee(this.folder, "type", " ").type()).isNull();
	}

	@Test
	void anUnknownTypeIsRejected() throws Exception {
		assertThat(Given.problem(this.folder, "type", "charity"))
			.isEqualTo("type: The type \"charity\" is not known; personal or business is expected, or nothing.");
	}

	@Test
	void aCountryIsATwoLetterCode() throws Exception {
		assertThat(Given.payee(this.folder, "country", "de").get(Column.COUNTRY)).isEqualTo("DE");
		assertThat(Given.payee(this.folder, "country", "XK").get(Column.COUNTRY)).isEqualTo("XK");
		assertThat(Given.problem(this.folder, "country", "UK")).startsWith("country: The country \"UK\" is not a code");
	}

	@Test
	void aCurrencyIsAThreeLetterCode() throws Exception {
		assertThat(Given.payee(this.folder, "currency", " eur").get(Column.CURRENCY)).isEqualTo("EUR");
		assertThat(Given.problem(this.folder, "currency", "€"))
			.startsWith("currency: The currency \"€\" is not a code");
	}

	@Test
	void anEmailHasOneAt() throws Exception {
		assertThat(Given.payee(this.folder, "email", " a@b.example ").get(Column.EMAIL)).isEqualTo("a@b.example");
		assertThat(Given.problem(this.folder, "email", "a@b@c")).startsWith("email: This is not an e-mail address");
		assertThat(Given.problem(this.folder, "email", "a.b.example")).startsWith("email: This is not");
	}

	@ParameterizedTest
	@ValueSource(strings = { "date_of_birth", "passport_issue_date", "contract_date" })
	void datesAreYearMonthDay(String column) throws Exception {
		Payee payee = Given.payee(this.folder, column, " 1980-02-29 ");
		assertThat(payee.get(Column.named(column).orElseThrow())).isEqualTo("1980-02-29");
		assertThat(Given.problem(this.folder, column, "31/01/1980"))
			.startsWith(column + ": The date \"31/01/1980\" is not written as year-month-day");
		assertThat(Given.problem(this.folder, column, "1981-02-29"))
			.isEqualTo(column + ": The calendar has no day 1981-02-29.");
	}

	@Test
	void nobodyIsBornInTheFuture() throws Exception {
		String later = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();
		assertThat(Given.problem(this.folder, "date_of_birth", later)).endsWith(later + " lies in the future.");
		assertThat(Given.row(this.folder, "contract_date", later).problem()).isNull();
	}

	@Test
	void aProvidersNameIsTakenInSmallLetters() throws Exception {
		assertThat(Given.payee(this.folder, "provider", " PaySway ").get(Column.PROVIDER)).isEqualTo("paysway");
	}

	@Test
	void whatOnlyAProviderCanJudgeIsMerelyStripped() throws Exception {
		Payee payee = Given.payee(this.folder, "tax_id", " 12 345/678\u00A0");
		assertThat(payee.get(Column.TAX_ID)).isEqualTo("12 345/678");
	}

	@Test
	void aNumberInTheWrongColumnIsNotShown() throws Exception {
		assertThat(Given.problem(this.folder, "country", "31926819")).contains("\"…19\"").doesNotContain("6819");
		assertThat(Given.problem(this.folder, "currency", "DE89 3704 0044 0532 0130 00"))
			.doesNotContainPattern("3704|0044|0532|0130");
	}

}
