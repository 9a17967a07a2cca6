package dev.tickmark.sandbox;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("long")
class PaysafeRefusalTests extends PaysafeScene {

	@Test
	void aSecureCodeMayBeMissing() throws Exception {
		JsonNode session = opened("7134");
		assertThat(session.has("secureCode")).isFalse();
		assertThat(session.has("redirectUrl")).isTrue();
	}

	@Test
	void aLostAnswerAndHalfAnAnswerLeaveAnOpenSessionBehind() throws Exception {
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> this.paysafe.open("7135"));
		assertThat(this.paysafe.open("7135").statusCode()).isEqualTo(200);
		assertThat(list("7135", "").path("instrumentVerifications").size()).isEqualTo(2);
		HttpResponse<String> cut = this.paysafe.open("7133");
		assertThat(cut.statusCode()).isEqualTo(200);
		assertThat(Json.read(cut.body().getBytes(StandardCharsets.UTF_8))).isNull();
		assertThat(list("7133", "").path("instrumentVerifications").size()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "9429, 429, 1200", "9500, 500, 1000", "9503, 503, DW-SERVICE-UNAVAILABLE" })
	void whatFailsOnceOpensASessionAfterwards(String customer, int status, String code) throws Exception {
		HttpResponse<String> failed = this.paysafe.open(customer);
		assertThat(failed.statusCode()).isEqualTo(status);
		assertThat(code(failed)).isEqualTo(code);
		assertThat(failed.headers().firstValue("Retry-After").isPresent()).isEqualTo(status != 500);
		assertThat(this.paysafe.open(customer).statusCode()).isEqualTo(200);
		assertThat(this.paysafe.record().path("submissions").intValue()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "7101, 404, 5269", "7138, 400, DW-BANK-ACCOUNT-LIMIT-EXCEEDED", "9403, 403, 5270", "8500, 500, 1000",
			"8503, 503, DW-SERVICE-UNAVAILABLE" })
	void whatFailsAlwaysOpensNothing(String customer, int status, String code) throws Exception {
		for (int i = 0; i < 2; i++) {
			HttpResponse<String> failed = this.paysafe.open(customer);
			assertThat(failed.statusCode()).isEqualTo(status);
			assertThat(code(failed)).isEqualTo(code);
		}
		assertThat(this.paysafe.record().path("submissions").intValue()).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-",
			textBlock = """
					{                                                                | 5023 | -
					[1]                                                              | 5023 | -
					{"returnUrl":"https://example.org/done"}                         | 5068 | instrumentType
					{"instrumentType":"US_BANK_ACCOUNT"}                             | 5068 | returnUrl
					{"instrumentType":"WALLET","returnUrl":"https://example.org/"}   | 5068 | instrumentType
					{"instrumentType":7,"returnUrl":"https://example.org/"}          | 5068 | instrumentType
					{"instrumentType":"US_BANK_ACCOUNT","returnUrl":"done"}          | 5068 | returnUrl
					{"instrumentType":"US_BANK_ACCOUNT","returnUrl":"ftp://a.org/"}  | 5068 | returnUrl
					{"instrumentType":"CARD","returnUrl":"https://example.org/done"} | DW-INVALID-INSTRUMENT-TYPE-FOR-VERIFICATION | -
					""")
	void aWrongRequestIsRefusedWithItsCodeAndField(String body, String code, String field) throws Exception {
		HttpResponse<String> refused = this.paysafe.open("4711", body);
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(code(refused)).isEqualTo(code);
		assertThat(ProviderClient.json(refused).at("/error/fieldErrors/0/field").asString(null)).isEqualTo(field);
		assertThat(this.paysafe.record().path("submissions").intValue()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ACME-7", "47%2011", "-1", "123456789012345678901" })
	void aCustomerIdIsANumber(String customer) throws Exception {
		for (HttpResponse<String> refused : List.of(this.paysafe.open(customer), this.paysafe.sessions(customer, ""))) {
			assertThat(refused.statusCode()).isEqualTo(400);
			assertThat(code(refused)).isEqualTo("DW-CUSTOMER-ID-SHOULD-BE-NUMERIC");
		}
	}

	@Test
	void anotherCustomersSessionIsNotFound() throws Exception {
		String id = opened("7123").path("id").stringValue();
		assertThat(this.paysafe.session("97123", id).statusCode()).isEqualTo(404);
		assertThat(this.paysafe.session("7123", "0".repeat(24)).statusCode()).isEqualTo(404);
		assertThat(this.paysafe.session("7123", "nothing").statusCode()).isEqualTo(404);
		assertThat(code(this.paysafe.sessions("7101", ""))).isEqualTo("5269");
	}

	@Test
	void otherPathsAreNotFoundAndOtherMethodsAreNotAllowed() throws Exception {
		assertThat(code(this.paysafe.get("/customers/4711"))).isEqualTo("5269");
		HttpResponse<String> deleted = ProviderClient
			.send(this.paysafe.authorised("/customers/4711/instrument-verifications").DELETE());
		assertThat(deleted.statusCode()).isEqualTo(405);
		assertThat(deleted.headers().firstValue("Allow")).hasValue("GET, POST");
		assertThat(code(deleted)).isEqualTo("5281");
	}

}
