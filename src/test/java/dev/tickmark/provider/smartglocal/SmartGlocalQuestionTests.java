package dev.tickmark.provider.smartglocal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Problem;
import dev.tickmark.provider.Dialogue;
import dev.tickmark.provider.Json;

import static org.assertj.core.api.Assertions.assertThat;

class SmartGlocalQuestionTests {

	private static final SmartGlocal PROVIDER = new SmartGlocal();

	private static final Payee IVAN = SmartGlocalExchange.IVAN;

	@Test
	void theQuestionIsTheOneOfThePage() {
		assertThat(Json.read(SmartGlocalExchange.opened().body()))
			.isEqualTo(Json.read(Dialogue.sample("smartglocal/verification-request")));
	}

	@Test
	void aMiddleNameIsLeftOutWhereThereIsNone() {
		Dialogue opened = Dialogue
			.about(PROVIDER,
					Dialogue.payee(Column.PHONE, "89261234567", Column.BANK_ID, "100000000069", Column.FIRST_NAME,
							"Анна", Column.LAST_NAME, "Ким"))
			.answered(200, SmartGlocalExchange.CREATED);
		JsonNode recipient = Json.read(opened.body()).at("/participant_details/recipient");
		assertThat(recipient).isEqualTo(Json.read("{\"first_name\":\"Анна\",\"last_name\":\"Ким\"}"));
	}

	@Test
	void aSessionIsOpenedAndReadBackByPost() {
		Dialogue begun = SmartGlocalExchange.begun();
		assertThat(begun.next().kind()).isEqualTo(CallKind.SESSION);
		assertThat(begun.next().path()).isEqualTo("/api/v1/session/create");
		assertThat(begun.body()).isEqualTo("{}");
		assertThat(SmartGlocalExchange.opened().next().path()).isEqualTo("/api/v1/fps/customer_verification");
		Dialogue asked = SmartGlocalExchange.asked();
		assertThat(asked.next().path()).isEqualTo("/api/v1/session/status");
		assertThat(asked.body()).isEqualTo("{\"session_id\":\"ps_3230\"}");
		assertThat(begun.next().method()).isEqualTo("POST").isEqualTo(asked.next().method());
	}

	@Test
	void rowsWithAPhoneAndABankGoHere() {
		assertThat(PROVIDER.name().value()).isEqualTo("smartglocal");
		assertThat(PROVIDER.rank()).isEqualTo(30);
		assertThat(PROVIDER.covers()).isEqualTo("a phone with a bank_id");
		assertThat(PROVIDER.fits(Dialogue.payee(Column.PHONE, "1", Column.BANK_ID, "2"))).isTrue();
		assertThat(PROVIDER.fits(Dialogue.payee(Column.PHONE, "1"))).isFalse();
		assertThat(PROVIDER.fits(Dialogue.payee(Column.BANK_ID, "2"))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "8 926 123-45-67", "79261234567", "007 926 1234567" })
	void twoWritingsOfOneNumberAreOneQuestion(String written) {
		Payee other = IVAN.with(Column.PHONE, written).with(Column.COUNTRY, "RU").with(Column.REFERENCE, "R-17");
		assertThat(PROVIDER.question(other)).isEqualTo(PROVIDER.question(IVAN));
		assertThat(PROVIDER.question(IVAN).get(Column.PHONE)).isEqualTo("79261234567");
	}

	@ParameterizedTest
	@EnumSource(value = Column.class, names = { "PHONE", "BANK_ID", "FIRST_NAME", "LAST_NAME", "MIDDLE_NAME" })
	void whateverIsSentMakesTheQuestionAnother(Column column) {
		Payee other = IVAN.with(column, (column == Column.PHONE) ? "+7 926 123-45-68" : "Other");
		assertThat(PROVIDER.question(other)).isNotEqualTo(PROVIDER.question(IVAN));
	}

	@ParameterizedTest
	@EnumSource(value = Column.class, names = { "PHONE", "BANK_ID", "FIRST_NAME", "LAST_NAME" })
	void whatIsMissingIsNamed(Column column) {
		Problem problem = PROVIDER.lacks(IVAN.with(column, " "));
		assertThat(problem).isNotNull().satisfies((found) -> {
			assertThat(found.column()).isEqualTo(column.header());
			assertThat(found.text()).startsWith("Smart Glocal needs ");
		});
	}

	@Test
	void aNameInOnePieceIsNotTakenApart() {
		assertThat(Dialogue.lacks(PROVIDER, Column.NAME, "Ivan Ivanov", Column.PHONE, "79261234567", Column.BANK_ID,
				"100000000069"))
			.isEqualTo("first_name");
	}

	@ParameterizedTest
	@ValueSource(strings = { "10000000006", "1000000000690", "10000000006X", "1000 0000 0069", "044525225" })
	void aBankHasTwelveDigits(String bank) {
		assertThat(PROVIDER.lacks(IVAN.with(Column.BANK_ID, bank)))
			.satisfies((found) -> assertThat(found.column()).isEqualTo("bank_id"))
			.satisfies((found) -> assertThat(found.text()).contains("12 digits").doesNotContain(bank));
	}

	@ParameterizedTest
	@ValueSource(strings = { "8 926 CALL NOW", "+7 926 123-45-67 ext. 12345", "+7 926 123-45-6", "123" })
	void aPhoneThatNobodyCouldCallIsRefusedWithoutShowingIt(String phone) {
		assertThat(PROVIDER.lacks(IVAN.with(Column.PHONE, phone)))
			.satisfies((found) -> assertThat(found.column()).isEqualTo("phone"))
			.satisfies((found) -> assertThat(found.text()).startsWith("Smart Glocal needs a phone number")
				.doesNotContain("926", "123"));
	}

}
