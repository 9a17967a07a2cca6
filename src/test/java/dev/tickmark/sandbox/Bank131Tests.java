package dev.tickmark.sandbox;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("long")
class Bank131Tests {

	private static final String CHECK = "/api/v1.1/check";

	private static final String PASSPORT = "4509123456";

	@TempDir
	Path folder;

	Sandbox sandbox;

	SignedClient bank131;

	@BeforeEach
	void start() throws IOException {
		start(Duration.ZERO, Map.of());
	}

	@AfterEach
	void stop() {
		this.sandbox.close();
	}

	private void start(Duration pendingFor, Map<String, String> switches) throws IOException {
		Behaviour standard = Behaviour.immediate();
		Behaviour quick = new Behaviour(standard.latency(), standard.latencySpread(), standard.limit(), 0, pendingFor,
				standard.tokenLife(), true, switches);
		this.sandbox = Sandbox.start(SandboxSettings.of(quick), this.folder, false);
		this.bank131 = SignedClient.bank131(this.sandbox);
	}

	private void restart(Map<String, String> switches) throws IOException {
		this.sandbox.close();
		start(Duration.ZERO, switches);
	}

	private HttpResponse<String> post(String body) throws Exception {
		return ProviderClient.send(this.bank131.request(CHECK).POST(BodyPublishers.ofString(body)));
	}

	private HttpResponse<String> submit(Questionnaire questionnaire) throws Exception {
		return post(questionnaire.signedBy(this.bank131));
	}

	private String accepted(Questionnaire questionnaire) throws Exception {
		return accepted(submit(questionnaire));
	}

	private static String accepted(HttpResponse<String> response) {
		assertThat(response.statusCode()).isEqualTo(200);
		JsonNode body = ProviderClient.json(response);
		assertThat(body.path("status").stringValue()).isEqualTo("pending");
		assertThat(body.at("/data/description").stringValue()).isEqualTo("Check in progress");
		return body.at("/data/id").stringValue();
	}

	private HttpResponse<String> get(String id) throws Exception {
		return ProviderClient.send(this.bank131.request(CHECK + "/" + id));
	}

	private JsonNode read(String id) throws Exception {
		HttpResponse<String> response = get(id);
		assertThat(response.statusCode()).isEqualTo(200);
		return ProviderClient.json(response);
	}

	private static void assertFault(HttpResponse<String> response, String description) {
		assertThat(response.statusCode()).isEqualTo(422);
		assertThat(ProviderClient.json(response).at("/error/description").stringValue()).isEqualTo(description);
	}

	@Test
	void everyCheckIsPendingFirstAndThenValid() throws Exception {
		this.sandbox.close();
		start(Duration.ofMillis(400), Map.of());
		String id = accepted(Questionnaire.of(PASSPORT));
		assertThat(id).matches("\\d+");
		Awaitility.await().until(() -> read(id).path("status").stringValue().equals("ok"));
		JsonNode result = read(id);
		assertThat(result.at("/data/id").stringValue()).isEqualTo(id);
		assertThat(result.at("/data/description").stringValue()).isEqualTo("valid");
		assertThat(result.at("/data/participant/reference").stringValue()).isNotBlank();
		JsonNode record = this.bank131.record();
		assertThat(record.path("submissions").intValue()).isEqualTo(1);
		assertThat(record.path("polls").intValue()).isGreaterThanOrEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			3456, ok,       -
			7108, error,    passport_validation_failure
			7109, error,    inn_validation_failure
			7117, success,  -
			7122, pending,  -
			7125, error,    already_exists
			7127, error,    request_not_found
			7130, examined, -
			7131, error,    address_validation_failure
			7132, error,    -
			7136, ok,       -
			""")
	void aPassportsEndingChoosesTheResult(String ending, String status, String code) throws Exception {
		String id = accepted(Questionnaire.of("450912" + ending));
		JsonNode result = read(id);
		assertThat(result.path("status").stringValue()).isEqualTo(status);
		assertThat(result.at("/error/code").asString(null)).isEqualTo(code);
		boolean silent = ending.equals("7125") || ending.equals("7127") || ending.equals("7132")
				|| ending.equals("7136");
		assertThat(result.at("/data/id").asString("")).isEqualTo(silent ? "" : id);
	}

	@Test
	void aNameMayChooseTheResult() throws Exception {
		String id = accepted(Questionnaire.of(PASSPORT).with("last_name", "Nomatch"));
		assertThat(read(id).at("/error/code").stringValue()).isEqualTo("passport_validation_failure");
	}

	@Test
	void aResultMayBeUnreadableOnceOrAlways() throws Exception {
		String always = accepted(Questionnaire.of("4509127134"));
		assertThat(Json.read(get(always).body().getBytes(StandardCharsets.UTF_8))).isNull();
		assertThat(Json.read(get(always).body().getBytes(StandardCharsets.UTF_8))).isNull();
		String once = accepted(Questionnaire.of("4509127138").with("agent_contract_number", "A-2"));
		assertThat(Json.read(get(once).body().getBytes(StandardCharsets.UTF_8))).isNull();
		assertThat(read(once).path("status").stringValue()).isEqualTo("ok");
	}

	@ParameterizedTest
	@CsvSource({ "9403, 403, 403", "9422, 422, 422", "9429, 429, 200", "9500, 500, 200", "8500, 500, 500",
			"9503, 503, 200", "8503, 503, 503" })
	void someAreRefusedOnceOrAlways(String ending, int first, int second) throws Exception {
		Questionnaire questionnaire = Questionnaire.of("450912" + ending);
		assertThat(submit(questionnaire).statusCode()).isEqualTo(first);
		assertThat(submit(questionnaire).statusCode()).isEqualTo(second);
	}

	@Test
	void theSameTaxNumberAndContractAlreadyExist() throws Exception {
		String id = accepted(Questionnaire.of(PASSPORT));
		JsonNode again = ProviderClient.json(submit(Questionnaire.of("4509127108")));
		assertThat(again.path("status").stringValue()).isEqualTo("error");
		assertThat(again.at("/error/code").stringValue()).isEqualTo("already_exists");
		assertThat(again.at("/data/id").stringValue()).isEqualTo(id);
		assertThat(this.bank131.record().path("submissions").intValue()).isEqualTo(1);
		assertThat(accepted(Questionnaire.of(PASSPORT).with("agent_contract_number", "A-2"))).isNotEqualTo(id);
	}

	@Test
	void thatTheyExistMayBeToldLater() throws Exception {
		restart(Map.of("duplicate-check", "later"));
		String id = accepted(Questionnaire.of(PASSPORT));
		String second = accepted(Questionnaire.of(PASSPORT));
		assertThat(second).isNotEqualTo(id);
		JsonNode result = read(second);
		assertThat(result.at("/error/code").stringValue()).isEqualTo("already_exists");
		assertThat(result.at("/data/id").stringValue()).isEqualTo(id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "4509127133", "4509127135" })
	void anAnswerThatDidNotArriveIsFoundAgain(String passport) throws Exception {
		Questionnaire questionnaire = Questionnaire.of(passport);
		if (passport.endsWith("7135")) {
			assertThatExceptionOfType(IOException.class).isThrownBy(() -> submit(questionnaire));
		}
		else {
			assertThat(Json.read(submit(questionnaire).body().getBytes(StandardCharsets.UTF_8))).isNull();
		}
		JsonNode again = ProviderClient.json(submit(questionnaire));
		assertThat(again.at("/error/code").stringValue()).isEqualTo("already_exists");
		assertThat(read(again.at("/data/id").stringValue()).path("status").stringValue()).isEqualTo("ok");
	}

	@Test
	void aWrongSignatureIsToldLaterAndTakesNobodysPlace() throws Exception {
		String wrong = Questionnaire.of(PASSPORT).signed(this.bank131.signature("{}\r\n"));
		String id = accepted(post(wrong));
		assertThat(read(id).at("/error/code").stringValue()).isEqualTo("invalid_sign");
		assertThat(read(accepted(Questionnaire.of(PASSPORT))).path("status").stringValue()).isEqualTo("ok");
	}

	@Test
	void aWrongSignatureMayBeToldAtOnce() throws Exception {
		restart(Map.of("signature-check", "at-once"));
		HttpResponse<String> refused = post(Questionnaire.of(PASSPORT).signed("AAAA"));
		assertThat(ProviderClient.json(refused).at("/error/code").stringValue()).isEqualTo("invalid_sign");
		assertThat(this.bank131.record().path("submissions").intValue()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "first_name", "last_name", "birthday", "birthplace", "inn", "identity_document",
			"passport_number", "issuer", "issuer_code", "issuer_date", "citizenship", "postcode", "address", "email",
			"phone_number", "agent_contract_number", "agent_contract_date", "beneficial_owners", "public_officials",
			"migration_card", "right_to_stay_in_rf" })
	void aFieldThatIsMissingIsRefused(String field) throws Exception {
		assertFault(submit(Questionnaire.of(PASSPORT).without(field)), "request_body_validation_error");
	}

	@ParameterizedTest
	@CsvSource({ "passport_number, 4509 123456", "passport_number, 450912345", "inn, 50010073225", "inn, 5001007322591",
			"issuer_date, 2012-02-28", "issuer_date, 30.02.2012", "issuer_date, 1.2.2012" })
	void aFieldInAWrongFormIsRefused(String field, String value) throws Exception {
		assertFault(submit(Questionnaire.of(PASSPORT).with(field, value)), "request_body_validation_error");
	}

	@Test
	void whatMayBeLeftOutOrOtherwiseCalledIsTakenIn() throws Exception {
		accepted(Questionnaire.of(PASSPORT).without("patronymic"));
		accepted(Questionnaire.of(PASSPORT).without("email").with("e-mail", "x@y").with("inn", "7707083893"));
	}

	@Test
	void whatIsNoEnvelopeIsRefused() throws Exception {
		assertFault(post("nonsense"), "request_body_validation_error");
		assertFault(post("{\"payload\":{}}"), "request_body_validation_error");
		assertFault(post(Questionnaire.of(PASSPORT).signed("")), "request_body_validation_error");
	}

	@Test
	void theProjectIsRequiredAndMustBeKnown() throws Exception {
		String url = ProviderClient.url(this.sandbox, "bank131") + CHECK + "/7";
		assertFault(ProviderClient.send(ProviderClient.request(url)), "request_header_validation_error");
		HttpResponse<String> unknown = ProviderClient
			.send(ProviderClient.request(url).header("X-PARTNER-PROJECT", "somebody"));
		assertThat(unknown.statusCode()).isEqualTo(200);
		assertThat(ProviderClient.json(unknown).at("/error/code").stringValue()).isEqualTo("partner_project_not_found");
	}

	@Test
	void whatNobodySubmittedIsNotFound() throws Exception {
		assertThat(read("7").at("/error/code").stringValue()).isEqualTo("request_not_found");
		assertThat(ProviderClient.send(this.bank131.request("/api/v2.0/check")).statusCode()).isEqualTo(404);
		assertThat(ProviderClient.send(this.bank131.request(CHECK)).statusCode()).isEqualTo(405);
	}

	@ParameterizedTest
	@CsvSource({ "get, 200, 405", "post, 405, 200", "both, 200, 200" })
	void aResultIsReadInTheSwitchedWay(String how, int get, int post) throws Exception {
		restart(Map.of("read-back", how));
		String path = CHECK + "/" + accepted(Questionnaire.of(PASSPORT));
		assertThat(ProviderClient.send(this.bank131.request(path)).statusCode()).isEqualTo(get);
		assertThat(ProviderClient.send(this.bank131.request(path).POST(BodyPublishers.noBody())).statusCode())
			.isEqualTo(post);
	}

	@Test
	void anIdMayBeANumber() throws Exception {
		restart(Map.of("numeric-ids", "true"));
		JsonNode id = ProviderClient.json(submit(Questionnaire.of(PASSPORT))).at("/data/id");
		assertThat(id.isIntegralNumber()).isTrue();
		assertThat(read(id.asString()).at("/data/id")).isEqualTo(id);
	}

	@Test
	void bodiesMayBeAsBrokenAsTheSamples() throws Exception {
		restart(Map.of("broken-samples", "true"));
		String id = accepted(Questionnaire.of(PASSPORT));
		assertThat(get(id).body()).contains("\"id\": \"" + id + "\", // check request ID", "\nreference\": \"");
		assertThat(submit(Questionnaire.of(PASSPORT)).body()).contains("}\n\"data\"",
				"\"id\": \"" + id + "\" // previous verification ID");
	}

	@Test
	void aCheckOutlivesTheProcessAndNamesNobodyInTheFile() throws Exception {
		String id = accepted(Questionnaire.of("4509127109"));
		JsonNode before = read(id);
		restart(Map.of());
		assertThat(read(id)).isEqualTo(before);
		assertThat(ProviderClient.json(submit(Questionnaire.of(PASSPORT))).at("/data/id").stringValue()).isEqualTo(id);
		assertThat(Files.readString(this.folder.resolve("bank131.log"))).doesNotContain("Иван", "4509", "500100732259",
				"7109", "A-1");
	}

}
