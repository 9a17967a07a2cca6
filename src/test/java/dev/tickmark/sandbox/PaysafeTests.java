package dev.tickmark.sandbox;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("long")
class PaysafeTests extends PaysafeScene {

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
