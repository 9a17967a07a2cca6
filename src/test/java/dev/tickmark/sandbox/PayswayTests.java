package dev.tickmark.sandbox;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("long")
class PayswayTests {

	private static final String VERIFICATIONS = "/payments/verifications";

	@TempDir
	Path folder;

	Sandbox sandbox;

	ProviderClient paysway;

	@BeforeEach
	void start() throws IOException, InterruptedException {
		start(Generation.C);
	}

	@AfterEach
	void stop() {
		this.sandbox.close();
	}

	private void start(Generation generation) throws IOException, InterruptedException {
		Behaviour standard = Behaviour.immediate();
		Behaviour quick = new Behaviour(standard.latency(), standard.latencySpread(), standard.limit(), 0,
				Duration.ofMillis(300), standard.tokenLife(), generation);
		this.sandbox = Sandbox.start(SandboxSettings.of(quick), this.folder, false);
		this.paysway = ProviderClient.paysway(this.sandbox);
	}

	private JsonNode verified(String body) throws Exception {
		HttpResponse<String> response = this.paysway.verify(body, UUID.randomUUID());
		assertThat(response.statusCode()).isEqualTo(200);
		return ProviderClient.json(response);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			2051, COMPLETED, ACTIVE,    MATCH,          -
			7101, COMPLETED, NOT_FOUND, -,              -
			7102, COMPLETED, FORBIDDEN, -,              -
			7103, COMPLETED, ACTIVE,    PARTIAL_MATCH,  -
			7104, COMPLETED, ACTIVE,    MATCH,          -
			7108, COMPLETED, ACTIVE,    NO_MATCH,       -
			7110, COMPLETED, NOT_FOUND, -,              -
			7115, COMPLETED, ACTIVE,    PARTIAL_MATCH,  -
			7116, COMPLETED, ACTIVE,    -,              -
			7122, PENDING,   -,         -,              -
			7130, COMPLETED, FROZEN,    MATCH,          -
			7131, COMPLETED, ACTIVE,    PROBABLE_MATCH, -
			7132, COMPLETED, -,         -,              -
			7137, EXAMINED,  -,         -,              -
			7141, FAILED,    -,         -,              INVALID_FIELD
			7142, FAILED,    -,         -,              UNSUPPORTED_FINANCIAL_INSTITUTION
			7143, FAILED,    -,         -,              UNAVAILABLE_FINANCIAL_INSTITUTION
			7144, FAILED,    -,         -,              UNEXPECTED_ERROR
			""")
	void anAccountsEndingChoosesTheAnswer(String ending, String state, String account, String name, String reason)
			throws Exception {
		JsonNode object = verified(ProviderClient.iban("DE0212030000000020" + ending, "Ada Penrose"));
		assertThat(UUID.fromString(object.path("id").stringValue())).isNotNull();
		assertThat(object.path("createdDate").stringValue()).endsWith("Z");
		assertThat(object.path("updatedDate").stringValue()).endsWith("Z");
		assertThat(object.path("state").stringValue()).isEqualTo(state);
		assertThat(object.at("/result/accountStatus").asString(null)).isEqualTo(account);
		assertThat(object.at("/result/accountHolderName/matchStatus").asString(null)).isEqualTo(name);
		assertThat(object.path("failureReason").asString(null)).isEqualTo(reason);
		assertThat(object.path("result").has("schemeResponseCode")).isFalse();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			2051, ACTIVE,    FULL_MATCH,    EPC_VOP_MTCH, -
			7101, NOT_FOUND, -,             -,            -
			7103, ACTIVE,    PARTIAL_MATCH, EPC_VOP_CMTC, -
			7104, ACTIVE,    FULL_MATCH,    EPC_VOP_MTCH, NO_MATCH
			7108, ACTIVE,    NO_MATCH,      EPC_VOP_NMTC, -
			7110, NOT_FOUND, -,             EPC_VOP_NOAP, -
			""")
	void theNewestGenerationTellsTheSchemesCode(String ending, String account, String name, String code, String type)
			throws Exception {
		this.sandbox.close();
		start(Generation.D);
		JsonNode result = verified(ProviderClient.iban("DE0212030000000020" + ending, "Ada Penrose")).path("result");
		assertThat(result.path("accountStatus").stringValue()).isEqualTo(account);
		assertThat(result.at("/accountHolderName/matchStatus").asString(null)).isEqualTo(name);
		assertThat(result.path("schemeResponseCode").asString(null)).isEqualTo(code);
		assertThat(result.at("/accountType/matchStatus").asString(null)).isEqualTo(type);
	}

	@Test
	void aBritishAccountIsAnsweredByConfirmationOfPayee() throws Exception {
		this.sandbox.close();
		start(Generation.D);
		JsonNode result = verified(ProviderClient.british("12347102", "Ada Penrose")).path("result");
		assertThat(result.path("accountStatus").stringValue()).isEqualTo("FORBIDDEN");
		assertThat(result.path("schemeResponseCode").stringValue()).isEqualTo("UK_COP_OPTO");
		JsonNode match = verified(ProviderClient.british("12345678", "Ada Penrose")).path("result");
		assertThat(match.at("/accountType/matchStatus").stringValue()).isEqualTo("MATCH");
		assertThat(match.has("schemeResponseCode")).isFalse();
	}

	@Test
	void aCloseMatchDisclosesASimilarName() throws Exception {
		JsonNode name = verified(ProviderClient.iban("DE02120300000000207103", "Ada Penrose"))
			.at("/result/accountHolderName");
		assertThat(name.path("verifiedName").stringValue()).isEqualTo("Ada Penrosi");
	}

	@Test
	void aPendingVerificationIsReadBackUntilItIsReady() throws Exception {
		UUID key = UUID.randomUUID();
		String body = ProviderClient.iban("DE02120300000000207120", "Ada Penrose");
		JsonNode pending = ProviderClient.json(this.paysway.verify(body, key));
		assertThat(pending.path("state").stringValue()).isEqualTo("PENDING");
		assertThat(pending.has("result")).isFalse();
		String path = VERIFICATIONS + "/" + pending.path("id").stringValue();
		Awaitility.await()
			.until(() -> ProviderClient.json(this.paysway.get(path)).path("state").stringValue().equals("COMPLETED"));
		JsonNode replayed = ProviderClient.json(this.paysway.verify(body, key));
		assertThat(replayed).isEqualTo(ProviderClient.json(this.paysway.get(path)));
		assertThat(replayed.at("/result/accountHolderName/matchStatus").stringValue()).isEqualTo("MATCH");
	}

	@Test
	void theSameKeyReplaysTheSameObjectWhateverTheOrderOfItsMembers() throws Exception {
		UUID key = UUID.randomUUID();
		String account = "\"creditorAccount\":{\"id\":{\"value\":\"DE02120300000000202051\",\"type\":\"IBAN\"}}";
		String creditor = "\"creditor\":{\"name\":\"Ada Penrose\"}";
		String metadata = ",\"metadata\":{\"row\":\"17\"}}";
		String one = "{\"details\":{\"country\":\"DE\"," + account + "," + creditor + "}" + metadata;
		String other = "{\"details\":{" + creditor + "," + account + ",\"country\":\"DE\"}" + metadata;
		JsonNode first = ProviderClient.json(this.paysway.verify(one, key));
		assertThat(ProviderClient.json(this.paysway.verify(other, key))).isEqualTo(first);
		assertThat(first.at("/metadata/row").stringValue()).isEqualTo("17");
		JsonNode record = this.paysway.record();
		assertThat(record.path("submissions").intValue()).isEqualTo(1);
		assertThat(record.path("replays").intValue()).isEqualTo(1);
	}

	@Test
	void theSameKeyWithAnotherBodyIsRefused() throws Exception {
		UUID key = UUID.randomUUID();
		this.paysway.verify(ProviderClient.iban("DE02120300000000202051", "Ada Penrose"), key);
		HttpResponse<String> refused = this.paysway.verify(ProviderClient.iban("DE02120300000000202051", "Eda Penrose"),
				key);
		assertThat(refused.statusCode()).isEqualTo(409);
		assertThat(ProviderClient.json(refused).path("code").stringValue())
			.isEqualTo("IDEMPOTENCY_KEY_REQUEST_MISMATCH");
	}

	@Test
	void anotherKeyIsAnotherSubmissionOfTheSameQuestion() throws Exception {
		String body = ProviderClient.iban("DE02120300000000202051", "Ada Penrose");
		assertThat(verified(body).path("id")).isNotEqualTo(verified(body).path("id"));
		JsonNode record = this.paysway.record();
		assertThat(record.path("submissions").intValue()).isEqualTo(2);
		assertThat(record.path("distinct").intValue()).isEqualTo(1);
	}

	@Test
	void aLostAnswerIsRecoveredWithItsKey() throws Exception {
		UUID key = UUID.randomUUID();
		String body = ProviderClient.iban("DE02120300000000207135", "Ada Penrose");
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> this.paysway.verify(body, key));
		JsonNode object = ProviderClient.json(this.paysway.verify(body, key));
		assertThat(object.path("state").stringValue()).isEqualTo("COMPLETED");
		assertThat(this.paysway.record().path("submissions").intValue()).isEqualTo(1);
	}

	@Test
	void aKeyWhoseFirstAttemptFailedIsStillGood() throws Exception {
		UUID key = UUID.randomUUID();
		String body = ProviderClient.iban("DE02120300000000209500", "Ada Penrose");
		assertThat(this.paysway.verify(body, key).statusCode()).isEqualTo(500);
		assertThat(this.paysway.verify(body, key).statusCode()).isEqualTo(200);
	}

	@Test
	void aKeyIsRequiredAndMustBeAUuid() throws Exception {
		String body = ProviderClient.iban("DE02120300000000202051", "Ada Penrose");
		HttpResponse<String> without = ProviderClient
			.send(this.paysway.authorised(VERIFICATIONS).POST(BodyPublishers.ofString(body)));
		assertThat(without.statusCode()).isEqualTo(400);
		assertThat(ProviderClient.json(without).path("code").stringValue()).isEqualTo("IDEMPOTENCY_KEY_HEADER_MISSING");
		HttpResponse<String> odd = ProviderClient.send(this.paysway.authorised(VERIFICATIONS)
			.header("Idempotency-Key", "row-17")
			.POST(BodyPublishers.ofString(body)));
		assertThat(odd.statusCode()).isEqualTo(400);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					[]                                                       | BAD_REQUEST
					{"metadata":{}}                                          | JSON_PAYLOAD_MISSING_REQUIRED_FIELD
					{"details":{"country":"DE","creditor":{"name":"Ada"}}}   | JSON_PAYLOAD_MISSING_REQUIRED_FIELD
					{"details":{"country":"DE","creditorAccount":{"id":{"value":"DE02","type":"IBAN"}}}} | JSON_PAYLOAD_MISSING_REQUIRED_FIELD
					{"details":{"country":"DE","creditorAccount":{"id":{"value":"DE02","type":"BBAN"}},"creditor":{"name":"Ada"}}} | BAD_REQUEST
					{"details":{"country":"GB","creditorAccount":{"id":{"value":"12345678","type":"ACCOUNT_NUMBER"}},"creditor":{"name":"Ada","type":"INDIVIDUAL"}}} | JSON_PAYLOAD_MISSING_REQUIRED_FIELD
					{"details":{},"metadata":{"a b":"c"}}                    | METADATA_INVALID_KEY
					{"details":{},"metadata":{"a":1}}                        | METADATA_INVALID_VALUE
					""")
	void aMalformedRequestIsRefusedWithItsCode(String body, String code) throws Exception {
		HttpResponse<String> refused = this.paysway.verify(body, UUID.randomUUID());
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(ProviderClient.json(refused).path("code").stringValue()).isEqualTo(code);
		assertThat(this.paysway.record().path("submissions").intValue()).isZero();
	}

	@Test
	void metadataHasAtMostTenKeys() throws Exception {
		String eleven = IntStream.range(0, 11).mapToObj((i) -> "\"k" + i + "\":\"v\"").collect(Collectors.joining(","));
		HttpResponse<String> refused = this.paysway.verify("{\"details\":{},\"metadata\":{" + eleven + "}}",
				UUID.randomUUID());
		assertThat(ProviderClient.json(refused).path("code").stringValue()).isEqualTo("METADATA_TOO_MANY_KEYS");
	}

	@Test
	void whatDoesNotFitItsSchemeMakesAFailedVerification() throws Exception {
		assertThat(verified(ProviderClient.iban("DE02", "Ada Penrose")).path("failureReason").stringValue())
			.isEqualTo("INVALID_FIELD");
		assertThat(verified(ProviderClient.iban("TR330006100519786457841326", "Ada Penrose")).path("failureReason")
			.stringValue()).isEqualTo("UNSUPPORTED_FINANCIAL_INSTITUTION");
	}

	@Test
	void whatIsNotThereIsNotFoundAndOtherMethodsAreNotAllowed() throws Exception {
		HttpResponse<String> unknown = this.paysway.get(VERIFICATIONS + "/" + UUID.randomUUID());
		assertThat(unknown.statusCode()).isEqualTo(404);
		assertThat(ProviderClient.json(unknown).path("code").stringValue()).isEqualTo("NOT_FOUND");
		assertThat(this.paysway.get(VERIFICATIONS).statusCode()).isEqualTo(405);
	}

}
