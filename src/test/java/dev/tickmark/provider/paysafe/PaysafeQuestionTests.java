package dev.tickmark.provider.paysafe;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.mock.env.MockEnvironment;

import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.provider.Dialogue;
import dev.tickmark.provider.Json;
import dev.tickmark.provider.Misconfigured;
import dev.tickmark.provider.Provider;
import dev.tickmark.provider.ProviderConfiguration;
import dev.tickmark.provider.Request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class PaysafeQuestionTests {

	@Test
	void theListOfTheCustomerIsLookedAtFirst() {
		Request first = Given.begun().next();
		assertThat(first.kind()).isEqualTo(CallKind.LIST);
		assertThat(first.method() + " " + first.path()).isEqualTo("GET " + Given.PATH + "?limit=50&offset=0");
		assertThat(first.body()).isNull();
	}

	@Test
	void aSessionIsOpenedForTheOnlyInstrumentThereIs() {
		Request opening = Given.listed().next();
		assertThat(opening.kind()).isEqualTo(CallKind.SUBMIT);
		assertThat(opening.method() + " " + opening.path()).isEqualTo("POST " + Given.PATH);
		assertThat(Json.read(Given.listed().body())).isEqualTo(Json.read("""
				{"instrumentType":"US_BANK_ACCOUNT","returnUrl":"https://www.example.com/verified"}"""));
	}

	@Test
	void aSessionIsFollowedByItsId() {
		Request status = Given.opened().next();
		assertThat(status.kind()).isEqualTo(CallKind.STATUS);
		assertThat(status.method() + " " + status.path()).isEqualTo("GET " + Given.PATH + "/" + Given.ID);
		Dialogue odd = Given.listed().answered(200, Given.session("../a b?c", "ACTIVE", null));
		assertThat(odd.next().path()).isEqualTo(Given.PATH + "/..%2Fa%20b%3Fc");
	}

	@Test
	void rowsOfOneCustomerAreOneQuestionAndLeadingZerosCount() {
		Paysafe paysafe = Given.paysafe();
		Payee named = Dialogue.payee(Column.CUSTOMER_ID, "007", Column.NAME, "Jane Doe", Column.COUNTRY, "US");
		assertThat(paysafe.question(named)).isEqualTo(Dialogue.payee(Column.CUSTOMER_ID, "007"));
		assertThat(paysafe.question(named)).isNotEqualTo(paysafe.question(Dialogue.payee(Column.CUSTOMER_ID, "7")));
		assertThat(Dialogue.about(paysafe, named).next().path()).startsWith("/customers/007/");
	}

	@ParameterizedTest
	@CsvSource({ "CUSTOMER_ID, 12a4, customer_id", "CUSTOMER_ID, 12345678901234567890, customer_id",
			"CUSTOMER_ID, ١٢٣, customer_id", "CUSTOMER_ID, 1234567890123456789, ''",
			"IBAN, FR1420041010050500013M02606, iban", "SORT_CODE, 202015, sort_code", "COUNTRY, GB, country",
			"COUNTRY, US, ''", "ACCOUNT_NUMBER, 55555555, ''" })
	void aRowThatCannotBeAskedAboutNamesItsColumn(Column column, String value, String atFault) {
		Payee payee = Dialogue.payee(Column.CUSTOMER_ID, "1").with(column, value);
		assertThat(Dialogue.lacks(Given.paysafe(),
				payee.values().entrySet().stream().flatMap((e) -> Stream.of(e.getKey(), e.getValue())).toArray()))
			.isEqualTo(atFault);
	}

	@Test
	void aRowWithoutACustomerGoesElsewhere() {
		assertThat(Dialogue.lacks(Given.paysafe(), Column.NAME, "Jane Doe")).isEqualTo("customer_id");
		assertThat(Given.paysafe().fits(Dialogue.payee(Column.NAME, "Jane Doe"))).isFalse();
		assertThat(Given.paysafe().rank()).isEqualTo(10);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://www.example.com/", "www.example.com", "/verified", "ftp://www.example.com/",
			"https://user:word@www.example.com/", "https://www.exam ple.com/", "javascript:alert(1)", "https:///x" })
	void anAddressToReturnToThatIsNotSafeIsRefusedByItsKey(String address) {
		assertThatExceptionOfType(Misconfigured.class).isThrownBy(() -> settings("return-url", address))
			.withMessageStartingWith("Configuration: tickmark.providers.paysafe.return-url: ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://www.example.com/a?b=c#d", "HTTPS://www.example.com", "http://localhost:8080/",
			"http://127.0.0.1/x" })
	void otherAddressesToReturnToAreTaken(String address) {
		assertThat(settings("return-url", address).returnUrl()).isEqualTo(address);
	}

	@Test
	void theParameterOfTheCodeHasADefaultAndAForm() {
		assertThat(settings("return-url", "").codeParameter()).isEqualTo("secureCode");
		assertThatExceptionOfType(Misconfigured.class).isThrownBy(() -> settings("code-parameter", "a&b"))
			.withMessageStartingWith("Configuration: tickmark.providers.paysafe.code-parameter: ");
	}

	@Test
	void aLaneThatIsUsedNeedsAnAddressToReturnTo() {
		for (String returnUrl : new String[] { "", " ", "https://www.example.com/" }) {
			MockEnvironment environment = environment("return-url", returnUrl)
				.withProperty("tickmark.providers.paysafe.token-url", "https://auth.example.com/token")
				.withProperty("tickmark.providers.paysafe.client-id", "id")
				.withProperty("tickmark.providers.paysafe.client-secret", "secret");
			try (var context = new AnnotationConfigApplicationContext()) {
				context.setEnvironment(environment);
				context.scan("dev.tickmark.provider.paysafe");
				context.refresh();
				Provider paysafe = context.getBean("paysafe", Provider.class);
				assertThat(paysafe.lacks(Given.payee())).as("routing needs no configuration").isNull();
				ProviderConfiguration configuration = ProviderConfiguration.of(paysafe.name(), environment);
				if (returnUrl.isBlank()) {
					assertThatExceptionOfType(Misconfigured.class)
						.isThrownBy(() -> paysafe.authenticator(configuration))
						.withMessageContaining("tickmark.providers.paysafe.return-url: missing");
				}
				else {
					assertThatNoException().isThrownBy(() -> paysafe.authenticator(configuration));
				}
			}
		}
	}

	private static PaysafeSettings settings(String key, String value) {
		return ProviderConfiguration.of(Paysafe.HTTP.provider(), environment(key, value))
			.settings(PaysafeSettings.class);
	}

	private static MockEnvironment environment(String key, String value) {
		return new MockEnvironment().withProperty("tickmark.providers.paysafe." + key, value);
	}

}
