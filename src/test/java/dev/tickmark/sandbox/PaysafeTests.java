package dev.tickmark.sandbox;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.awaitility.Awaitility;
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

class PaysafeTests {

	private static final Duration LIFE = Duration.ofMillis(1200);

	@TempDir
	Path folder;

	Sandbox sandbox;

	ProviderClient paysafe;

	@BeforeEach
	void start() throws IOException, InterruptedException {
		this.sandbox = Sandbox.start(SandboxSettings.of(ProviderClient.quick(LIFE)), this.folder, false);
		this.paysafe = ProviderClient.paysafe(this.sandbox);
	}

	@AfterEach
	void stop() {
		this.sandbox.close();
	}

	private JsonNode opened(String customer) throws Exception {
		HttpResponse<String> response = this.paysafe.open(customer);
		assertThat(response.statusCode()).isEqualTo(200);
		return ProviderClient.json(response);
	}

	private JsonNode read(String customer, JsonNode session) throws Exception {
		HttpResponse<String> response = this.paysafe.session(customer, session.path("id").stringValue());
		assertThat(response.statusCode()).isEqualTo(200);
		return ProviderClient.json(response);
	}

	private JsonNode list(String customer, String query) throws Exception {
		HttpResponse<String> response = this.paysafe.sessions(customer, query);
		assertThat(response.statusCode()).isEqualTo(200);
		return ProviderClient.json(response);
	}

	private static String status(JsonNode session) {
		return session.path("sessionStatus").stringValue();
	}

	private static String code(HttpResponse<String> refused) {
		JsonNode error = ProviderClient.json(refused).path("error");
		assertThat(error.path("message").stringValue()).isNotBlank();
		assertThat(error.at("/details/0").stringValue()).isNotBlank();
		return error.path("code").stringValue();
	}

	@Test
	void anOpenedSessionIsHandedOutWithItsLinkAndItsCode() throws Exception {
		JsonNode session = opened("4711");
		assertThat(session.path("instrumentType").stringValue()).isEqualTo("US_BANK_ACCOUNT");
		assertThat(session.path("returnUrl").stringValue()).isEqualTo("https://example.org/done");
		assertThat(session.path("id").stringValue()).matches("[0-9a-f]{24}");
		assertThat(session.path("redirectUrl").stringValue())
			.matches(ProviderClient.url(this.sandbox, "paysafe") + "/instruments/verifications/[0-9a-f]{64}/initiate");
		Instant created = Instant.parse(session.path("creationTime").stringValue());
		assertThat(Instant.parse(session.path("expirationTime").stringValue())).isEqualTo(created.plus(LIFE));
		assertThat(status(session)).isEqualTo("ACTIVE");
		assertThat(session.path("secureCode").stringValue()).endsWith("=").contains("+");
		assertThat(Base64.getDecoder().decode(session.path("secureCode").stringValue())).hasSize(64);
		assertThat(session.path("secureCodeMethod").stringValue()).isEqualTo("sha512");
		assertThat(session.has("instrument")).isFalse();
		assertThat(session.has("statusReason")).isFalse();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			4711, COMPLETED, -,                      true
			7108, FAILED,    NAME_MISMATCH,          true
			7130, SUSPENDED, -,                      true
			7131, FAILED,    BANK_DECLINED,          false
			7132, FAILED,    -,                      false
			7136, COMPLETED, -,                      false
			7141, FAILED,    MISSING_DETAILS,        true
			7142, FAILED,    UNSUPPORTED_BANK,       false
			7143, FAILED,    INSTRUMENT_NOT_UNIQUE,  true
			7144, FAILED,    INTERNAL_ERROR,         false
			7145, FAILED,    SESSION_EXPIRED,        false
			7146, FAILED,    USER_ABANDONED_PROCESS, false
			7147, FAILED,    USER_INTERACTION_ERROR, false
			7148, FAILED,    OTHER,                  false
			""")
	void aCustomersEndingChoosesHowTheSessionEnds(String customer, String status, String reason, boolean instrument)
			throws Exception {
		JsonNode opened = opened("20260" + customer);
		Awaitility.await().until(() -> status(read("20260" + customer, opened)).equals(status));
		JsonNode ended = read("20260" + customer, opened);
		assertThat(ended.path("statusReason").asString(null)).isEqualTo(reason);
		assertThat(ended.has("instrument")).isEqualTo(instrument);
		assertThat(ended.has("secureCode")).isFalse();
		assertThat(ended.path("redirectUrl")).isEqualTo(opened.path("redirectUrl"));
		assertThat(ended.path("expirationTime")).isEqualTo(opened.path("expirationTime"));
	}

	@ParameterizedTest
	@CsvSource({ "7122, ACTIVE", "7124, ONGOING_VERIFICATION", "7125, AWAITING_USER_INPUT" })
	void whatNobodyFinishesStaysAsItIsUntilItExpires(String customer, String status) throws Exception {
		JsonNode opened = opened(customer);
		assertThat(status(read(customer, opened))).isEqualTo(status);
		Awaitility.await().until(() -> status(read(customer, opened)).equals("FAILED"));
		assertThat(read(customer, opened).path("statusReason").stringValue()).isEqualTo("SESSION_EXPIRED");
	}

	@Test
	void aSessionMayLiveForADay() throws Exception {
		JsonNode opened = opened("7123");
		Instant created = Instant.parse(opened.path("creationTime").stringValue());
		assertThat(Instant.parse(opened.path("expirationTime").stringValue()))
			.isEqualTo(created.plus(Duration.ofDays(1)));
		assertThat(status(read("7123", opened))).isEqualTo("ACTIVE");
	}

	@Test
	void everyCallOpensAnotherSessionUntilTheLimitIsReached() throws Exception {
		List<JsonNode> ids = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			ids.add(opened("7123").path("id"));
		}
		assertThat(ids).doesNotHaveDuplicates();
		HttpResponse<String> refused = this.paysafe.open("7123");
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(code(refused)).isEqualTo("DW-BANK-ACCOUNT-LIMIT-EXCEEDED");
		assertThat(this.paysafe.open("97123").statusCode()).isEqualTo(200);
		JsonNode record = this.paysafe.record();
		assertThat(record.path("submissions").intValue()).isEqualTo(4);
		assertThat(record.path("distinct").intValue()).isEqualTo(2);
		assertThat(record.at("/repeated/0/count").intValue()).isEqualTo(3);
	}

	@Test
	void theLimitHoldsForCallsAtTheSameTimeToo() throws Exception {
		try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Integer>> answers = callers
				.invokeAll(Collections.nCopies(12, () -> this.paysafe.open("7123").statusCode()));
			List<Integer> statuses = new ArrayList<>();
			for (Future<Integer> answer : answers) {
				statuses.add(answer.get());
			}
			assertThat(statuses).filteredOn((status) -> status == 200).hasSize(3);
			assertThat(statuses).filteredOn((status) -> status == 400).hasSize(9);
		}
		assertThat(this.paysafe.record().path("submissions").intValue()).isEqualTo(3);
	}

	@Test
	void theAccountThatWasVerifiedCountsOnceHoweverOften() throws Exception {
		for (int i = 0; i < 4; i++) {
			JsonNode opened = opened("4711");
			Awaitility.await().until(() -> status(read("4711", opened)).equals("COMPLETED"));
		}
		JsonNode instruments = list("4711", "").path("instrumentVerifications");
		assertThat(instruments).extracting((session) -> session.at("/instrument/id"))
			.hasSize(4)
			.containsOnly(instruments.at("/0/instrument/id"));
	}

	@Test
	void aListShowsTheNewestFirstAndNeverTheCode() throws Exception {
		JsonNode first = opened("7123");
		JsonNode second = opened("7123");
		HttpResponse<String> response = this.paysafe.sessions("7123", "");
		assertThat(response.body()).doesNotContain("secureCode");
		JsonNode body = ProviderClient.json(response);
		assertThat(body.path("instrumentVerifications")).extracting((session) -> session.path("id"))
			.containsExactly(second.path("id"), first.path("id"));
		assertThat(body.path("meta").toString())
			.isEqualTo("{\"numberOfRecords\":2,\"limit\":10,\"offset\":0,\"page\":0}");
		assertThat(list("97123", "").path("instrumentVerifications").isEmpty()).isTrue();
	}

	@Test
	void aListComesInPages() throws Exception {
		JsonNode first = opened("7123");
		opened("7123");
		JsonNode page = list("7123", "?limit=1&offset=1");
		assertThat(page.path("instrumentVerifications")).extracting((session) -> session.path("id"))
			.containsExactly(first.path("id"));
		assertThat(page.path("meta").toString())
			.isEqualTo("{\"numberOfRecords\":1,\"limit\":1,\"offset\":1,\"page\":1}");
	}

	@Test
	void aListIsFilteredByStatus() throws Exception {
		opened("7123");
		assertThat(list("7123", "?sessionStatus=ACTIVE").path("instrumentVerifications").size()).isEqualTo(1);
		assertThat(list("7123", "?sessionStatus=FAILED").path("instrumentVerifications").isEmpty()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "?limit=0, limit", "?limit=51, limit", "?limit=ten, limit", "?offset=-1, offset",
			"?sessionStatus=OPEN, sessionStatus" })
	void aListIsRefusedWhenItsQueryIsWrong(String query, String field) throws Exception {
		HttpResponse<String> refused = this.paysafe.sessions("4711", query);
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(code(refused)).isEqualTo("5068");
		assertThat(ProviderClient.json(refused).at("/error/fieldErrors/0/field").stringValue()).isEqualTo(field);
	}

	@Test
	void theLinkOpensWithTheEncodedCodeAndChangesNothing() throws Exception {
		JsonNode session = opened("7123");
		HttpResponse<String> page = visit(session,
				URLEncoder.encode(session.path("secureCode").stringValue(), StandardCharsets.UTF_8));
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
		assertThat(page.body()).contains("Here the person would choose an account", "ACTIVE");
		assertThat(status(read("7123", session))).isEqualTo("ACTIVE");
	}

	@Test
	void theLinkDoesNotOpenWithAnotherCode() throws Exception {
		JsonNode session = opened("7123");
		String code = session.path("secureCode").stringValue();
		for (String wrong : List.of("", "guess", code)) {
			assertThat(visit(session, wrong).statusCode()).as("code %s", wrong.length()).isEqualTo(403);
		}
		HttpResponse<String> nowhere = ProviderClient
			.send(ProviderClient.request(ProviderClient.url(this.sandbox, "paysafe") + "/instruments/verifications/"
					+ "0".repeat(64) + "/initiate"));
		assertThat(nowhere.statusCode()).isEqualTo(404);
	}

	private static HttpResponse<String> visit(JsonNode session, String code) throws Exception {
		return ProviderClient
			.send(ProviderClient.request(session.path("redirectUrl").stringValue() + "?secureCode=" + code));
	}

	@Test
	void aSessionSomebodyElseOpenedIsThereBeforeAnybodyAsks() throws Exception {
		JsonNode listed = list("7139", "");
		assertThat(listed.path("instrumentVerifications").size()).isEqualTo(1);
		JsonNode session = listed.at("/instrumentVerifications/0");
		assertThat(status(session)).isEqualTo("ACTIVE");
		Awaitility.await().until(() -> status(read("7139", session)).equals("COMPLETED"));
		JsonNode record = this.paysafe.record();
		assertThat(record.path("submissions").intValue()).isEqualTo(1);
		assertThat(record.path("polls").intValue()).isGreaterThanOrEqualTo(2);
	}

	@Test
	void whoOpensWithoutLookingOpensASecondSession() throws Exception {
		opened("7139");
		assertThat(this.paysafe.record().at("/repeated/0/count").intValue()).isEqualTo(2);
	}

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

	@Test
	void sessionsOutliveTheProcessAndTheFileNamesNobody() throws Exception {
		JsonNode opened = opened("20267123");
		String code = opened.path("secureCode").stringValue();
		this.sandbox.close();
		start();
		JsonNode read = read("20267123", opened);
		assertThat(read.path("creationTime")).isEqualTo(opened.path("creationTime"));
		assertThat(list("20267123", "").path("instrumentVerifications").size()).isEqualTo(1);
		assertThat(visit(read, URLEncoder.encode(code, StandardCharsets.UTF_8)).statusCode()).isEqualTo(200);
		assertThat(Files.readString(this.folder.resolve("paysafe.log"))).isNotEmpty()
			.doesNotContain("20267123", code, opened.path("id").stringValue(), "example.org");
	}

}
