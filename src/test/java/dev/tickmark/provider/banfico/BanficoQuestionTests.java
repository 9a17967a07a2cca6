package dev.tickmark.provider.banfico;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.provider.Dialogue;
import dev.tickmark.provider.Json;

import static org.assertj.core.api.Assertions.assertThat;

class BanficoQuestionTests {

	private static final String IBAN = "GB33BUKB20201555555555";

	@ParameterizedTest
	@CsvSource(emptyValue = "", value = { "PERSONAL, '', Jane, '', Doe, 'Doe,Jane,,'",
			"PERSONAL, Jane Doe, Jane, Ann, Doe, 'Doe,Jane,Ann,'", "'', '', Jane, '', Doe, 'Doe,Jane,,'",
			"PERSONAL, Jane Doe, '', '', Doe, ',,,Jane Doe'", "PERSONAL, '', Jane, Ann, '', ',,,Jane Ann'",
			"BUSINESS, 'Doe, Roe; Sons', Jane, '', Doe, ',,,Doe Roe Sons'", "BUSINESS, '', Jane, '', Doe, 'Doe,Jane,,'",
			"PERSONAL, '', 'Jane,A', '', 'Doe;X', 'Doe X,Jane A,,'", "'', 'Zoë  O’Neil', '', '', '', ',,,Zoë O’Neil'" })
	void aNameIsGivenInItsPartsWhereTheyAreKnown(String type, String name, String first, String middle, String last,
			String expected) {
		JsonNode account = account(Dialogue.payee(Column.TYPE, type, Column.NAME, name, Column.FIRST_NAME, first,
				Column.MIDDLE_NAME, middle, Column.LAST_NAME, last, Column.IBAN, IBAN));
		assertThat(account.path("name").stringValue()).isEqualTo(expected);
		assertThat(account.has("type")).isEqualTo(!type.isEmpty());
	}

	@Test
	void aSortCodeComesBeforeAnIban() {
		JsonNode account = account(Dialogue.payee(Column.NAME, "Jane Doe", Column.IBAN, IBAN, Column.SORT_CODE,
				"202015", Column.ACCOUNT_NUMBER, "55555555", Column.BIC, "BUKBGB22"));
		assertThat(account.path("idScheme").stringValue()).isEqualTo("SCAN");
		assertThat(account.path("id").stringValue()).isEqualTo("20201555555555");
		assertThat(account.at("/holdingEntity/type").stringValue()).isEqualTo("BICFI");
		assertThat(account.at("/holdingEntity/value").stringValue()).isEqualTo("BUKBGB22");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GB", "GG", "IM", "JE", "GI" })
	void accountsOfTheKingdomAndItsIslandsGoHere(String country) {
		assertThat(new Banfico().fits(Dialogue.payee(Column.IBAN, country + "33BUKB20201555555555"))).isTrue();
	}

	@Test
	void otherAccountsGoElsewhere() {
		assertThat(new Banfico().fits(Dialogue.payee(Column.IBAN, "FR1420041010050500013M02606"))).isFalse();
		assertThat(new Banfico().fits(Dialogue.payee(Column.SORT_CODE, "202015"))).isFalse();
		assertThat(new Banfico().fits(Dialogue.payee(Column.SORT_CODE, "202015", Column.ACCOUNT_NUMBER, "55555555")))
			.isTrue();
	}

	@Test
	void aRowThatCannotBeAskedAboutNamesItsColumn() {
		assertThat(lacks(Column.NAME, "Jane Doe")).isEqualTo("iban");
		assertThat(lacks(Column.IBAN, IBAN)).isEqualTo("name");
		assertThat(lacks(Column.IBAN, IBAN, Column.NAME, ",;")).isEqualTo("name");
		assertThat(lacks(Column.NAME, "Jane Doe", Column.SORT_CODE, "2020", Column.ACCOUNT_NUMBER, "55555555"))
			.isEqualTo("account_number");
		assertThat(lacks(Column.IBAN, IBAN, Column.NAME, "x".repeat(147))).isEmpty();
		assertThat(lacks(Column.IBAN, IBAN, Column.NAME, "x".repeat(148))).isEqualTo("name");
	}

	@Test
	void everyCallHasATraceOfItsOwnThatIsTheSameEveryTime() {
		Dialogue first = Dialogue.about(new Banfico(), Dialogue.payee(Column.NAME, "J", Column.IBAN, IBAN));
		UUID trace = UUID.fromString(trace(first));
		assertThat(trace.version()).isEqualTo(4);
		assertThat(trace.variant()).isEqualTo(2);
		assertThat(trace(first)).isEqualTo(trace(first.inDoubt()));
		assertThat(trace(first.answered(500, ""))).isNotEqualTo(trace(first));
	}

	private static String trace(Dialogue dialogue) {
		return dialogue.header("Transaction-XRef-Id");
	}

	private static String lacks(Object... columnsAndValues) {
		return Dialogue.lacks(new Banfico(), columnsAndValues);
	}

	private static JsonNode account(Payee payee) {
		return Json.read(Dialogue.about(new Banfico(), payee).body()).at("/data/verification/account");
	}

}
