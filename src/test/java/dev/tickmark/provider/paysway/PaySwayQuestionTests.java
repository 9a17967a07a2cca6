package dev.tickmark.provider.paysway;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.provider.Dialogue;
import dev.tickmark.provider.Json;

import static org.assertj.core.api.Assertions.assertThat;

class PaySwayQuestionTests {

	private static final String IBAN = "FR1420041010050500013M02606";

	private static final Payee EVERYTHING = Dialogue.payee(Column.TYPE, "PERSONAL", Column.FIRST_NAME, "Jean",
			Column.LAST_NAME, "Dupont", Column.COUNTRY, "BE", Column.CURRENCY, "EUR", Column.IBAN, IBAN, Column.BIC,
			"PSSTFRPPPAR", Column.DATE_OF_BIRTH, "1970-01-31", Column.TAX_ID, "1234", Column.EMAIL, "j@example.org",
			Column.PHONE, "+3212345", Column.POSTCODE, "1000", Column.ADDRESS, "Rue 1");

	@Test
	void everythingThatIsKnownIsAsked() {
		assertThat(Json.read(body(EVERYTHING))).isEqualTo(Json.read("""
				{"details":{"country":"FR","currency":"EUR","creditorAgent":{"bic":"PSSTFRPPPAR"},
				"creditorAccount":{"id":{"value":"FR1420041010050500013M02606","type":"IBAN"}},
				"creditor":{"name":"Jean Dupont","type":"INDIVIDUAL","dateOfBirth":"1970-01-31","taxId":"1234",
				"contactDetails":{"email":"j@example.org","phone":"+3212345"},
				"address":{"country":"BE","addressLine1":"Rue 1","postCode":"1000"}}}}"""));
	}

	@Test
	void nothingIsAskedThatThePageDoesNotKnow() {
		List<String> documented = members("", Json.read(Dialogue.sample("paysway/request-schema")));
		assertThat(documented).containsAll(members("", Json.read(body(EVERYTHING))));
	}

	@Test
	void littleIsEnough() {
		assertThat(
				Json.read(body(Dialogue.payee(Column.NAME, "Élan SARL", Column.TYPE, "BUSINESS", Column.IBAN, IBAN))))
			.isEqualTo(Json.read("""
					{"details":{"country":"FR","creditorAccount":{"id":{"value":"FR1420041010050500013M02606",
					"type":"IBAN"}},"creditor":{"name":"Élan SARL","type":"BUSINESS"}}}"""));
	}

	@Test
	void aSortCodeIsAskedWhereTheCountryHasSuch() {
		Payee payee = Dialogue.payee(Column.NAME, "Jane Doe", Column.TYPE, "PERSONAL", Column.COUNTRY, "GB",
				Column.SORT_CODE, "202015", Column.ACCOUNT_NUMBER, "55555555");
		assertThat(new PaySway().lacks(payee)).isNull();
		assertThat(Json.read(body(payee))).isEqualTo(Json.read("""
				{"details":{"country":"GB","creditorAgent":{"clearingSystemMemberId":{"memberId":"202015"}},
				"creditorAccount":{"id":{"value":"55555555","type":"ACCOUNT_NUMBER"}},
				"creditor":{"name":"Jane Doe","type":"INDIVIDUAL"}}}"""));
	}

	@Test
	void aRowThatCannotBeAskedAboutNamesItsColumn() {
		assertThat(lacks(Column.IBAN, IBAN)).isEqualTo("name");
		assertThat(lacks(Column.NAME, "J")).isEqualTo("iban");
		assertThat(lacks(Column.NAME, "J", Column.SORT_CODE, "202015", Column.ACCOUNT_NUMBER, "55555555"))
			.isEqualTo("iban");
		assertThat(lacks(Column.NAME, "J", Column.COUNTRY, "GB", Column.SORT_CODE, "202015", Column.ACCOUNT_NUMBER,
				"55555555"))
			.isEqualTo("type");
		assertThat(lacks(Column.NAME, "J", Column.COUNTRY, "GB", Column.SORT_CODE, "2020", Column.ACCOUNT_NUMBER,
				"55555555"))
			.isEqualTo("account_number");
		assertThat(lacks(Column.NAME, "J", Column.IBAN, IBAN)).isEmpty();
	}

	@Test
	void everyQuestionHasAKey() {
		Dialogue dialogue = Dialogue.about(new PaySway(), EVERYTHING);
		assertThat(UUID.fromString(dialogue.header("Idempotency-Key"))).isNotNull();
		assertThat(dialogue.next().path()).isEqualTo("/payments/verifications");
	}

	private static String body(Payee payee) {
		return Dialogue.about(new PaySway(), payee).body();
	}

	private static String lacks(Object... columnsAndValues) {
		return Dialogue.lacks(new PaySway(), columnsAndValues);
	}

	private static List<String> members(String prefix, JsonNode node) {
		List<String> members = new ArrayList<>();
		node.properties().forEach((member) -> {
			members.add(prefix + "/" + member.getKey());
			members.addAll(members(prefix + "/" + member.getKey(), member.getValue()));
		});
		return members;
	}

}
