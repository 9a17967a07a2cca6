package dev.tickmark.sandbox;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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
class SmartglocalTests {

	private static final String VERIFICATION = "/api/v1/fps/customer_verification";

	private static final String MICROSECONDS = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z";

	@TempDir
	Path folder;

	Sandbox sandbox;

	SignedClient smartglocal;

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
		this.smartglocal = SignedClient.smartglocal(this.sandbox);
	}

	private void restart(Duration pendingFor, Map<String, String> switches) throws IOException {
		this.sandbox.close();
		start(pendingFor, switches);
	}

	private static void assertError(HttpResponse<String> response, int status, String code) {
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(ProviderClient.json(response).path("status").stringValue()).isEqualTo("error");
		assertThat(ProviderClient.json(response).at("/error/code").stringValue()).isEqualTo(code);
	}

	@Test
	void aSessionIsCreatedAskedAndReadUntilItIsAccepted() throws Exception {
		restart(Duration.ofMillis(400), Map.of());
		JsonNode created = ProviderClient.json(this.smartglocal.post("/api/v1/session/create", "[]"));
		assertThat(created.path("status").stringValue()).isEqualTo("ok");
		assertThat(created.at("/session/status").stringValue()).isEqualTo("created");
		assertThat(created.at("/session/created_at").stringValue()).matches(MICROSECONDS);
		assertThat(created.at("/session/updated_at").stringValue()).matches(MICROSECONDS);
		String id = created.at("/session/id").stringValue();
		assertThat(id).startsWith("ps_");
		assertThat(this.smartglocal.status(id)).isEqualTo(created);
		JsonNode asked = ProviderClient.json(this.smartglocal.verify(id, "79261234567"));
		assertThat(asked.path("status").stringValue()).isEqualTo("ok");
		assertThat(asked.at("/session/status").stringValue()).isEqualTo("in_progress");
		JsonNode payment = asked.at("/session/payments/0");
		assertThat(payment.path("id").stringValue()).startsWith("po_");
		assertThat(payment.path("status").stringValue()).isEqualTo("in_progress");
		assertThat(payment.path("created_at").stringValue()).matches(MICROSECONDS);
		JsonNode sent = Json.MAPPER.readTree(SignedClient.verification(id, "79261234567", "100000000069", "Ivan"));
		assertThat(payment.path("payment_method")).isEqualTo(sent.path("payment_method"));
		assertThat(payment.path("participant_details")).isEqualTo(sent.path("participant_details"));
		Awaitility.await()
			.until(() -> this.smartglocal.status(id).at("/session/status").stringValue().equals("accepted"));
		JsonNode payout = this.smartglocal.status(id).at("/session/payout_list/0");
		assertThat(payout.path("status").stringValue()).isEqualTo("succeeded");
		assertThat(payout.path("payout_details")).isEqualTo(sent.path("payment_method"));
		JsonNode record = this.smartglocal.record();
		assertThat(record.path("submissions").intValue()).isEqualTo(1);
		assertThat(record.path("polls").intValue()).isGreaterThanOrEqualTo(3);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			4567, accepted,    succeeded,   -
			7101, cancelled,   failed,      recipient_not_found
			7106, cancelled,   failed,      -
			7108, accepted,    succeeded,   -
			7122, in_progress, in_progress, -
			7123, in_progress, pending,     -
			7124, in_progress, pending,     -
			7130, examined,    succeeded,   -
			7131, accepted,    examined,    -
			7132, accepted,    -,           -
			7133, accepted,    succeeded,   -
			7136, accepted,    failed,      -
			7142, cancelled,   failed,      operation_rejected
			7143, cancelled,   failed,      session_cancelled_by_partner
			7144, error,       in_progress, internal_error
			""")
	void aPhonesEndingChoosesHowItsSessionEnds(String ending, String status, String payment, String code)
			throws Exception {
		String id = this.smartglocal.session();
		assertThat(this.smartglocal.verify(id, "7926123" + ending).statusCode()).isEqualTo(200);
		JsonNode session = this.smartglocal.status(id).path("session");
		assertThat(session.path("status").stringValue()).isEqualTo(status);
		assertThat(session.at("/payout_list/0/status").asString(null)).isEqualTo(payment);
		assertThat(session.at("/error/code").asString(null)).isEqualTo(code);
		assertThat(session.at("/payout_list/0/error/code").asString(null)).isEqualTo(code);
		assertThat(session.path("next_action").asString("")).isEqualTo(ending.equals("7124") ? "confirm" : "");
	}

	@ParameterizedTest
	@CsvSource({ "9400, 400, invalid_request", "9403, 403, authorization_error", "8500, 500, internal_error",
			"8511, 500, provider_internal_error", "8512, 500, provider_issuer_unavailable",
			"8513, 500, provider_timeout", "8514, 500, routing_internal_error", "8503, 503, internal_error" })
	void somePhonesAreRefusedAlwaysAndTheirSessionStaysCreated(String ending, int status, String code)
			throws Exception {
		String id = this.smartglocal.session();
		assertError(this.smartglocal.verify(id, "7926123" + ending), status, code);
		assertError(this.smartglocal.verify(id, "7926123" + ending), status, code);
		assertThat(this.smartglocal.status(id).at("/session/status").stringValue()).isEqualTo("created");
		assertThat(this.smartglocal.record().path("submissions").intValue()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "9429, 429, too_many_requests", "9500, 500, internal_error", "9511, 500, provider_internal_error",
			"9512, 500, provider_issuer_unavailable", "9513, 500, provider_timeout",
			"9514, 500, routing_internal_error", "9503, 503, internal_error" })
	void someAreRefusedOnceAndThenRegistered(String ending, int status, String code) throws Exception {
		String id = this.smartglocal.session();
		assertError(this.smartglocal.verify(id, "7926123" + ending), status, code);
		assertThat(this.smartglocal.verify(id, "7926123" + ending).statusCode()).isEqualTo(200);
		assertThat(this.smartglocal.status(id).at("/session/status").stringValue()).isEqualTo("accepted");
	}

	@Test
	void aCutAnswerIsNoJson() throws Exception {
		String body = this.smartglocal.verify(this.smartglocal.session(), "79261237133").body();
		assertThat(Json.read(body.getBytes())).isNull();
	}

	@Test
	void aLostAnswerIsRecoveredFromTheStatus() throws Exception {
		String id = this.smartglocal.session();
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> this.smartglocal.verify(id, "79261237135"));
		assertError(this.smartglocal.verify(id, "79261237135"), 409, "session_wrong_state");
		assertThat(this.smartglocal.status(id).at("/session/status").stringValue()).isEqualTo("accepted");
		assertThat(this.smartglocal.record().path("submissions").intValue()).isEqualTo(1);
	}

	@Test
	void anotherNameCancelsOnlyWhenThatIsSwitchedOn() throws Exception {
		restart(Duration.ZERO, Map.of("name-mismatch-cancels", "true", "not-registered-code", "no_such_person"));
		String id = this.smartglocal.session();
		this.smartglocal.verify(id, "79261237108");
		JsonNode session = this.smartglocal.status(id).path("session");
		assertThat(session.path("status").stringValue()).isEqualTo("cancelled");
		assertThat(session.at("/error/code").stringValue()).isEqualTo("no_such_person");
	}

	@ParameterizedTest
	@CsvSource({ "v1, payments, payment_method, payments, payment_method",
			"v2, payout_list, payout_details, payout_list, payout_details",
			"by-method, payments, payment_method, payout_list, payout_details" })
	void theListOfPaymentsHasTheNamesOfTheVersion(String names, String list, String details, String statusList,
			String statusDetails) throws Exception {
		restart(Duration.ZERO, Map.of("list-names", names));
		String id = this.smartglocal.session();
		JsonNode asked = ProviderClient.json(this.smartglocal.verify(id, "79261234567"));
		assertThat(asked.path("session").path(list).path(0).has(details)).isTrue();
		JsonNode read = this.smartglocal.status(id);
		assertThat(read.path("session").path(statusList).path(0).has(statusDetails)).isTrue();
	}

	@Test
	void theSameIdempotencyKeyIsRefusedNotReplayed() throws Exception {
		for (int attempt = 0; attempt < 2; attempt++) {
			HttpResponse<String> response = ProviderClient.send(this.smartglocal.signed("/api/v1/session/create", "{}")
				.header("x-partner-idempotency-key", "row-17")
				.POST(BodyPublishers.ofString("{}")));
			if (attempt == 0) {
				assertThat(response.statusCode()).isEqualTo(200);
			}
			else {
				assertError(response, 400, "idempotency_key_already_exists");
			}
		}
		assertThat(this.smartglocal.record().path("replays").intValue()).isEqualTo(1);
	}

	@Test
	void whoIsNotTheProjectOrDidNotSignTheseBytesIsRefused() throws Exception {
		String url = ProviderClient.url(this.sandbox, "smartglocal") + "/api/v1/session/create";
		assertError(ProviderClient.send(ProviderClient.request(url)
			.header("X-PARTNER-PROJECT", "somebody")
			.header("X-PARTNER-SIGN", this.smartglocal.signature("{}"))
			.POST(BodyPublishers.ofString("{}"))), 401, "identification_error");
		assertError(
				ProviderClient
					.send(this.smartglocal.request("/api/v1/session/create").POST(BodyPublishers.ofString("{}"))),
				401, "authentication_error");
		assertError(
				ProviderClient
					.send(this.smartglocal.signed("/api/v1/session/create", "{}").POST(BodyPublishers.ofString("{ }"))),
				401, "authentication_error");
		assertThat(this.smartglocal.record().at("/refused/401").intValue()).isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "+79261234567", "9261234567", "007926123456789", "7926 123 45 67", "" })
	void aPhoneIsElevenDigits(String phone) throws Exception {
		assertError(this.smartglocal.verify(this.smartglocal.session(), phone), 400, "invalid_request");
	}

	@ParameterizedTest
	@CsvSource({ "session_id", "type", "bank_account", "system_type", "phone", "bank_id", "participant_details",
			"recipient", "first_name", "last_name" })
	void aMissingFieldIsRefused(String field) throws Exception {
		String body = SignedClient.verification(this.smartglocal.session(), "79261234567", "100000000069", "Ivan")
			.replace("\"" + field + "\":", "\"x\":");
		assertError(this.smartglocal.post(VERIFICATION, body), 400, "invalid_request");
	}

	@Test
	void whatFitsNothingIsRefused() throws Exception {
		String id = this.smartglocal.session();
		assertError(this.smartglocal.verify("ps_3230", "79261234567"), 400, "invalid_request");
		assertError(this.smartglocal.post("/api/v1/session/status", "{\"session_id\":\"ps_3230\"}"), 400,
				"invalid_request");
		assertError(this.smartglocal.post("/api/v1/session/status", "{}"), 400, "invalid_request");
		assertError(this.smartglocal.post("/api/v1/session/create", "nonsense"), 400, "invalid_request");
		assertError(this.smartglocal.post(VERIFICATION, SignedClient.verification(id, "79261234567", "69", "Ivan")),
				400, "invalid_request");
		assertError(this.smartglocal.post("/api/v1/nowhere", "{}"), 404, "invalid_request");
		assertError(ProviderClient.send(this.smartglocal.signed(VERIFICATION, "").GET()), 405, "invalid_request");
	}

	@Test
	void aSessionOutlivesTheProcessAndNamesNobodyInTheFile() throws Exception {
		String created = this.smartglocal.session();
		String asked = this.smartglocal.session();
		this.smartglocal.verify(asked, "79261237101");
		JsonNode before = this.smartglocal.status(asked);
		restart(Duration.ZERO, Map.of());
		assertThat(this.smartglocal.status(asked)).isEqualTo(before);
		assertThat(this.smartglocal.verify(created, "79261234567").statusCode()).isEqualTo(200);
		assertThat(this.smartglocal.record().path("submissions").intValue()).isEqualTo(2);
		assertThat(Files.readString(this.folder.resolve("smartglocal.log"))).doesNotContain("7926", "Ivan", "ps_",
				"100000000069");
	}

	@Test
	void banksAreListedByTheirIds() throws Exception {
		HttpResponse<String> banks = ProviderClient
			.send(this.smartglocal.signed("/api/v1/fps/banks", "[]").method("GET", BodyPublishers.ofString("[]")));
		assertThat(ProviderClient.json(banks).path("banks").findValuesAsString("id")).contains("100000000069");
	}

}
