package dev.tickmark.sandbox;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("long")
class BanficoTests {

	private static final String VERIFICATIONS = "/v1.0/account-verifications";

	@TempDir
	Path folder;

	Sandbox sandbox;

	ProviderClient banfico;

	@BeforeEach
	void start() throws IOException, InterruptedException {
		Behaviour standard = Behaviour.immediate();
		Behaviour quick = new Behaviour(standard.latency(), standard.latencySpread(), standard.limit(), 0,
				Duration.ofMillis(300), standard.tokenLife(), Generation.C);
		this.sandbox = Sandbox.start(SandboxSettings.of(quick), this.folder, false);
		this.banfico = ProviderClient.banfico(this.sandbox);
	}

	@AfterEach
	void stop() {
		this.sandbox.close();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			5678, ACTIVE,          FULL_MATCH,      -,    false
			7101, NOT_FOUND,       UNABLE_TO_MATCH, AC01, false
			7102, FORBIDDEN,       UNABLE_TO_MATCH, OPTO, false
			7103, ACTIVE,          PARTIAL_MATCH,   MBAM, true
			7104, ACTIVE,          PARTIAL_MATCH,   BANM, false
			7105, ACTIVE,          PARTIAL_MATCH,   PANM, false
			7106, ACTIVE,          PARTIAL_MATCH,   BAMM, true
			7107, ACTIVE,          PARTIAL_MATCH,   PAMM, true
			7108, ACTIVE,          NO_MATCH,        ANNM, false
			7109, NOT_FOUND,       UNABLE_TO_MATCH, IVCR, false
			7110, FORBIDDEN,       UNABLE_TO_MATCH, ACNS, false
			7111, CLOSED,          UNABLE_TO_MATCH, CASS, false
			7112, UNABLE_TO_MATCH, UNABLE_TO_MATCH, SCNS, false
			7113, INACTIVE,        FULL_MATCH,      -,    false
			7114, CLOSED,          UNABLE_TO_MATCH, -,    false
			7115, ACTIVE,          PARTIAL_MATCH,   MBAM, false
			7116, ACTIVE,          UNABLE_TO_MATCH, -,    false
			7130, FROZEN,          FULL_MATCH,      -,    false
			7131, ACTIVE,          PROBABLE_MATCH,  -,    false
			7136, ACTIVE,          -,               -,    false
			""")
	void anAccountsEndingChoosesTheAnswer(String ending, String status, String nameCheck, String code, boolean named)
			throws Exception {
		HttpResponse<String> response = this.banfico
			.verify(ProviderClient.scan("2000001234" + ending, ",,,Ada Penrose"));
		assertThat(response.statusCode()).isEqualTo(200);
		JsonNode result = ProviderClient.json(response).at("/data/result");
		assertThat(result.path("id").stringValue()).isNotBlank();
		JsonNode account = result.path("account");
		assertThat(account.path("id").stringValue()).isEqualTo("2000001234" + ending);
		assertThat(account.path("status").stringValue()).isEqualTo(status);
		assertThat(Json.text(account, "nameCheckStatus")).isEqualTo(nameCheck);
		assertThat(account.has("respondedName")).isEqualTo(named);
		JsonNode responder = result.path("responder");
		assertThat(responder.path("accountVerificationScheme").stringValue()).isEqualTo("UK_COP");
		assertThat(Json.text(responder.path("schemeResponseCodes"), "x")).isNull();
		assertThat(responder.path("schemeResponseCodes").path(0).asString(null)).isEqualTo(code);
		JsonNode data = Json.MAPPER.readTree(Base64.getDecoder().decode(responder.path("data").stringValue()));
		assertThat(data.at("/Data/VerificationReport/ReasonCode").asString(null)).isEqualTo(code);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			90070012345678, FULL_MATCH,      -
			90070098765432, PARTIAL_MATCH,   MBAM
			90070012345600, UNABLE_TO_MATCH, OPTO
			90070011100029, PARTIAL_MATCH,   PAMM
			""")
	void theDocumentedExamplesGetTheirDocumentedAnswers(String id, String nameCheck, String code) throws Exception {
		JsonNode result = ProviderClient.json(this.banfico.verify(ProviderClient.scan(id, "Doe, John")))
			.at("/data/result");
		assertThat(result.at("/account/nameCheckStatus").stringValue()).isEqualTo(nameCheck);
		assertThat(result.at("/responder/schemeResponseCodes/0").asString("-")).isEqualTo(code);
	}

	@Test
	void aDocumentedIbanWithWrongCheckDigitsIsAnswered() throws Exception {
		JsonNode result = ProviderClient
			.json(this.banfico.verify(ProviderClient.banfico("IBAN", "GB15ABBY30000012340000", "Doe,John")))
			.at("/data/result");
		assertThat(result.at("/account/status").stringValue()).isEqualTo("NOT_FOUND");
		assertThat(result.at("/responder/accountVerificationScheme").stringValue()).isEqualTo("UK_COP");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			DE02120300000000202051, ACTIVE,          MTCH
			DE02120300000000207103, ACTIVE,          CMTC
			DE02120300000000207108, ACTIVE,          NMTC
			DE02120300000000207101, UNABLE_TO_MATCH, NOAP
			""")
	void aSepaIbanIsAnsweredByVerificationOfPayee(String iban, String status, String code) throws Exception {
		JsonNode result = ProviderClient
			.json(this.banfico.verify(ProviderClient.banfico("IBAN", iban, ",,,Ada Penrose")))
			.at("/data/result");
		assertThat(result.at("/responder/accountVerificationScheme").stringValue()).isEqualTo("EPC_VOP");
		assertThat(result.at("/responder/schemeResponseCodes/0").stringValue()).isEqualTo(code);
		assertThat(result.at("/account/status").stringValue()).isEqualTo(status);
	}

	@Test
	void aWordInTheNameChoosesTheAnswerToo() throws Exception {
		JsonNode account = ProviderClient
			.json(this.banfico.verify(ProviderClient.scan("20000012345678", ",,,Nora Nomatch")))
			.at("/data/result/account");
		assertThat(account.path("nameCheckStatus").stringValue()).isEqualTo("NO_MATCH");
	}

	@Test
	void theReturnedNameIsCloseToTheGivenOneAndNotTheSame() throws Exception {
		JsonNode account = ProviderClient
			.json(this.banfico.verify(ProviderClient.scan("20000012347103", "Penrose,Ada,,Ms")))
			.at("/data/result/account");
		assertThat(account.path("respondedName").stringValue()).isEqualTo("Ms Ada Penrosi");
	}

	@Test
	void withoutANameNoNameIsChecked() throws Exception {
		String body = """
				{"data":{"verification":{"types":["STATUS"],"account":{"idScheme":"SCAN","id":"20000012345678",
				"secondaryId":"ROLL-1"}}}}""";
		JsonNode account = ProviderClient.json(this.banfico.verify(body)).at("/data/result/account");
		assertThat(account.path("status").stringValue()).isEqualTo("ACTIVE");
		assertThat(account.path("secondaryId").stringValue()).isEqualTo("ROLL-1");
		assertThat(account.has("nameCheckStatus")).isFalse();
	}

	@Test
	void aVerificationWithoutAnAccountIsStillA200() throws Exception {
		JsonNode result = ProviderClient
			.json(this.banfico.verify(ProviderClient.scan("20000012347132", ",,,Ada Penrose")))
			.at("/data/result");
		assertThat(result.has("account")).isFalse();
		assertThat(result.has("responder")).isTrue();
	}

	@Test
	void aPendingVerificationIsReadBackUntilItIsReady() throws Exception {
		HttpResponse<String> accepted = this.banfico.verify(ProviderClient.scan("20000012347121", ",,,Ada Penrose"));
		assertThat(accepted.statusCode()).isEqualTo(202);
		assertThat(accepted.headers().firstValue("Retry-After")).hasValue("1");
		assertThat(accepted.headers().firstValue("Expected-Response-Seconds")).hasValue("1");
		assertThat(accepted.headers().firstValue("Responder-SLA-Seconds")).hasValue("10");
		JsonNode result = ProviderClient.json(accepted).at("/data/result");
		assertThat(result.has("account")).isFalse();
		String path = VERIFICATIONS + "/" + result.path("id").stringValue();
		Awaitility.await().until(() -> this.banfico.get(path).statusCode() == 200);
		JsonNode ready = ProviderClient.json(this.banfico.get(path)).at("/data/result");
		assertThat(ready.at("/account/nameCheckStatus").stringValue()).isEqualTo("NO_MATCH");
		assertThat(ready.at("/account/id").stringValue()).isEqualTo("20000012347121");
		assertThat(this.banfico.record().path("submissions").intValue()).isEqualTo(1);
		assertThat(this.banfico.record().path("polls").intValue()).isGreaterThanOrEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource({ "9408, 408, SERVICE_UNAVAILABLE", "9500, 500, UNEXPECTED_ERROR", "9503, 503, SERVICE_UNAVAILABLE",
			"9429, 429, TOO_MANY_REQUESTS" })
	void whatFailsOnceSucceedsAfterwardsAndIsChargedOnce(String ending, int status, String code) throws Exception {
		String body = ProviderClient.scan("2000001234" + ending, ",,,Ada Penrose");
		HttpResponse<String> failed = this.banfico.verify(body);
		assertThat(failed.statusCode()).isEqualTo(status);
		assertThat(ProviderClient.json(failed).path("code").stringValue()).isEqualTo(code);
		assertThat(failed.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503 || status == 429);
		assertThat(this.banfico.verify(body).statusCode()).isEqualTo(200);
		assertThat(this.banfico.record().path("submissions").intValue()).isEqualTo(1);
		assertThat(this.banfico.record().at("/refused/" + status).intValue()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "9403, 403, FORBIDDEN", "8408, 408, SERVICE_UNAVAILABLE", "9421, 421, METHOD_NOT_ALLOWED",
			"8500, 500, UNEXPECTED_ERROR", "8503, 503, SERVICE_UNAVAILABLE" })
	void whatFailsAlwaysFailsAgain(String ending, int status, String code) throws Exception {
		String body = ProviderClient.scan("2000001234" + ending, ",,,Ada Penrose");
		for (int i = 0; i < 2; i++) {
			HttpResponse<String> failed = this.banfico.verify(body);
			assertThat(failed.statusCode()).isEqualTo(status);
			JsonNode envelope = ProviderClient.json(failed);
			assertThat(envelope.path("code").stringValue()).isEqualTo(code);
			assertThat(envelope.at("/errors/0/errorCode").stringValue()).isEqualTo(code);
			assertThat(envelope.at("/errors/0/url").stringValue()).startsWith("https://");
		}
		assertThat(this.banfico.record().path("submissions").intValue()).isZero();
	}

	@Test
	void halfABodyIsNotJson() throws Exception {
		HttpResponse<String> cut = this.banfico.verify(ProviderClient.scan("20000012347133", ",,,Ada Penrose"));
		assertThat(cut.statusCode()).isEqualTo(200);
		assertThat(Json.read(cut.body().getBytes(StandardCharsets.UTF_8))).isNull();
	}

	@Test
	void aLostAnswerWasChargedAllTheSame() throws Exception {
		String body = ProviderClient.scan("20000012347135", ",,,Ada Penrose");
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> this.banfico.verify(body));
		assertThat(this.banfico.verify(body).statusCode()).isEqualTo(200);
		JsonNode record = this.banfico.record();
		assertThat(record.path("submissions").intValue()).isEqualTo(2);
		assertThat(record.path("distinct").intValue()).isEqualTo(1);
		assertThat(record.at("/repeated/0/count").intValue()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					[1]                                                             | INVALID_FIELD | -
					{                                                               | INVALID_FIELD | -
					{}                                                              | MISSING_FIELD | data
					{"data":{}}                                                     | MISSING_FIELD | data.verification
					{"data":{"verification":{"types":["NAME"]}}}                    | MISSING_FIELD | data.verification.account
					{"data":{"verification":{"account":{"idScheme":"SCAN","id":"20000012345678"}}}} | MISSING_FIELD | data.verification.types
					{"data":{"verification":{"types":["AGE"],"account":{"idScheme":"SCAN","id":"20000012345678"}}}} | INVALID_FIELD | data.verification.types
					{"data":{"verification":{"types":["NAME"],"account":{"id":"20000012345678"}}}}  | MISSING_FIELD | data.verification.account.idScheme
					{"data":{"verification":{"types":["NAME"],"account":{"idScheme":"SCAN"}}}}      | MISSING_FIELD | data.verification.account.id
					{"data":{"verification":{"types":["NAME"],"account":{"idScheme":"SCAN","id":"123"}}}} | INVALID_FIELD | data.verification.account.id
					{"data":{"verification":{"types":["NAME"],"account":{"idScheme":"BBAN","id":"123"}}}} | INVALID_FIELD | data.verification.account.idScheme
					{"data":{"verification":{"types":["NAME"],"account":{"idScheme":"SCAN","id":"20000012345678","type":"JOINT"}}}} | INVALID_FIELD | data.verification.account.type
					{"data":{"verification":{"types":["NAME"],"account":{"idScheme":"SCAN","id":"20000012345678","holdingEntity":{"type":"BICFI"}}}}} | MISSING_FIELD | data.verification.account.holdingEntity.value
					""")
	void aWrongRequestIsToldWhichFieldIsWrong(String body, String errorCode, String path) throws Exception {
		HttpResponse<String> refused = this.banfico.verify(body);
		assertThat(refused.statusCode()).isEqualTo(400);
		JsonNode envelope = ProviderClient.json(refused);
		assertThat(envelope.path("code").stringValue()).isEqualTo("BAD_REQUEST");
		assertThat(envelope.at("/errors/0/errorCode").stringValue()).isEqualTo(errorCode);
		assertThat(envelope.at("/errors/0/path").asString("-")).isEqualTo(path);
	}

	@Test
	void aNameMayHave150CharactersAndNoMore() throws Exception {
		assertThat(this.banfico.verify(ProviderClient.scan("20000012345678", "n".repeat(150))).statusCode())
			.isEqualTo(200);
		assertThat(this.banfico.verify(ProviderClient.scan("20000012345678", "n".repeat(151))).statusCode())
			.isEqualTo(400);
	}

	@Test
	void schemesAndCountriesThatAreNotServedAreMisdirected() throws Exception {
		for (String body : List.of(ProviderClient.banfico("ACNR", "123456", "A"),
				ProviderClient.banfico("IBAN", "TR330006100519786457841326", "A"))) {
			assertThat(this.banfico.verify(body).statusCode()).isEqualTo(421);
		}
	}

	@Test
	void whatIsNotThereIsNotFoundAndOtherMethodsAreNotAllowed() throws Exception {
		assertThat(this.banfico.get(VERIFICATIONS + "/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
		assertThat(this.banfico.get("/v9").statusCode()).isEqualTo(404);
		HttpResponse<String> deleted = ProviderClient.send(this.banfico.authorised(VERIFICATIONS).DELETE());
		assertThat(deleted.statusCode()).isEqualTo(405);
		assertThat(deleted.headers().firstValue("Allow")).hasValue("POST");
	}

	@Test
	void aCrossReferenceIsReturnedOrMade() throws Exception {
		String body = ProviderClient.scan("20000012345678", ",,,Ada Penrose");
		HttpResponse<String> given = ProviderClient.send(this.banfico.authorised(VERIFICATIONS)
			.header("Transaction-XRef-Id", "93bac548d2de4546b106")
			.POST(BodyPublishers.ofString(body)));
		assertThat(given.headers().firstValue("Transaction-XRef-Id")).hasValue("93bac548d2de4546b106");
		assertThat(this.banfico.verify(body).headers().firstValue("Transaction-XRef-Id"))
			.hasValueSatisfying((made) -> assertThat(UUID.fromString(made)).isNotNull());
	}

}
