package dev.tickmark.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Every kind of fault as it arrives at a client. */
@Tag("long")
class MisbehaviourTests extends MisbehaviourCase {

	@ParameterizedTest
	@CsvSource({ "500, UNEXPECTED_ERROR", "503, SERVICE_UNAVAILABLE", "429, TOO_MANY_REQUESTS",
			"421, METHOD_NOT_ALLOWED", "408, SERVICE_UNAVAILABLE", "403, FORBIDDEN" })
	void aStatusComesInTheProvidersOwnForm(String status, String code) throws Exception {
		misbehave("kind", "status", "status", status, "first", "1");
		HttpResponse<String> refused = ask();
		assertThat(refused.statusCode()).isEqualTo(Integer.parseInt(status));
		assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
		assertThat(ProviderClient.json(refused).path("code").stringValue()).isEqualTo(code);
		assertRecord("status", 1, 0);
		assertThat(ask().statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "7", "-1", "31536000", "soon" })
	void aRefusalSaysWhenToComeBackAsItWasTold(String retryAfter) throws Exception {
		misbehave("kind", "status", "status", "503", "retry-after", retryAfter);
		assertThat(ask().headers().firstValue("Retry-After")).hasValue(retryAfter);
	}

	@Test
	void aRefusalMaySayItAsADate() throws Exception {
		misbehave("kind", "status", "status", "429", "retry-after", "date 60");
		String date = ask().headers().firstValue("Retry-After").orElseThrow();
		assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
			.isBetween(ZonedDateTime.now().plusSeconds(30), ZonedDateTime.now().plusSeconds(61));
	}

	@Test
	void whatWasTakenIsChargedEvenIfItIsRefusedAfterwards() throws Exception {
		misbehave("kind", "status", "taken", "true");
		assertThat(ask().statusCode()).isEqualTo(500);
		assertRecord("status", 1, 1);
	}

	@Test
	void aProxyAnswersWithAPage() throws Exception {
		misbehave("kind", "html");
		HttpResponse<String> page = ask();
		assertThat(page.statusCode()).isEqualTo(502);
		assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
		assertThat(page.body()).startsWith("<html>");
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void theConnectionIsClosedBeforeOrAfterTheRequestWasTaken(boolean taken) throws Exception {
		misbehave("kind", "reset", "taken", Boolean.toString(taken), "first", "1");
		assertThatExceptionOfType(IOException.class).isThrownBy(this::ask);
		assertRecord("reset", 1, taken ? 1 : 0);
		assertThat(ask().statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void nothingIsAnsweredBeforeOrAfterTheRequestWasTaken(boolean taken) throws Exception {
		misbehave("kind", "silence", "taken", Boolean.toString(taken), "first", "1");
		assertThatExceptionOfType(HttpTimeoutException.class)
			.isThrownBy(() -> ProviderClient.send(question().timeout(Duration.ofMillis(300))));
		assertRecord("silence", 1, taken ? 1 : 0);
		assertThat(ask().statusCode()).isEqualTo(200);
	}

	private HttpRequest.Builder question() {
		return this.banfico.authorised("/v1.0/account-verifications").POST(BodyPublishers.ofString(QUESTION));
	}

	@Test
	void ofATruncatedAnswerLessArrivesThanWasAnnounced() throws Exception {
		misbehave("kind", "truncated", "first", "1");
		assertThatExceptionOfType(IOException.class).isThrownBy(this::ask)
			.satisfies((ex) -> assertThat(ex).isNotInstanceOf(HttpTimeoutException.class));
		assertRecord("truncated", 1, 1);
		assertThat(ask().statusCode()).isEqualTo(200);
	}

	@Test
	void aMalformedAnswerIsNoJson() throws Exception {
		misbehave("kind", "malformed");
		HttpResponse<String> answer = ask();
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("FULL_MATCH");
		assertThat(Json.read(answer.body().getBytes(StandardCharsets.UTF_8))).isNull();
		assertRecord("malformed", 1, 1);
	}

	@Test
	void anEndlessAnswerGoesOnUntilTheClientHangsUp() throws Exception {
		misbehave("kind", "endless", "first", "1");
		try (InputStream body = stream()) {
			assertThat(new String(body.readNBytes(3 << 20), StandardCharsets.UTF_8)).hasSize(3 << 20)
				.contains("FULL_MATCH")
				.endsWith("     ");
		}
		assertRecord("endless", 1, 1);
		assertThat(ask().statusCode()).isEqualTo(200);
	}

	@Test
	void aPaddedAnswerIsTheWholeAnswerAndTenMegabytes() throws Exception {
		misbehave("kind", "padded");
		HttpResponse<String> answer = ask();
		assertThat(answer.body().length()).isGreaterThan(10 << 20);
		assertThat(answer.body().substring(10 << 20)).contains("FULL_MATCH").endsWith("}");
	}

	@Test
	void aDrippingAnswerTakesLongerThanAnyTimeOut() throws Exception {
		misbehave("kind", "dripping");
		try (InputStream body = stream()) {
			long start = System.nanoTime();
			assertThat(body.readNBytes(4)).isEqualTo("{\"da".getBytes(StandardCharsets.UTF_8));
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(400));
		}
		assertRecord("dripping", 1, 1);
	}

	/** The answer's body, as far as it is there; closing it hangs up. */
	private InputStream stream() throws IOException {
		URI url = URI.create(ProviderClient.url(this.sandbox, "banfico"));
		Socket socket = new Socket(url.getHost(), url.getPort());
		String token = question().build().headers().firstValue("Authorization").orElseThrow();
		socket.getOutputStream().write("""
				POST /v1.0/account-verifications HTTP/1.0\r
				Host: sandbox\r
				Authorization: %s\r
				Content-Length: %d\r
				\r
				%s""".formatted(token, QUESTION.length(), QUESTION).getBytes(StandardCharsets.UTF_8));
		InputStream answer = socket.getInputStream();
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			head.append((char) answer.read());
		}
		assertThat(head).startsWith("HTTP/1.1 200");
		return answer;
	}

	@Test
	void theAnswersMembersAreSpoiledAsToldWithTheRestInPlace() throws Exception {
		misbehave("kind", "unknown-code", "member", "nameCheckStatus");
		JsonNode account = ProviderClient.json(ask()).at("/data/result/account");
		assertThat(account.path("nameCheckStatus").stringValue()).isEqualTo("NEVER_HEARD_OF");
		assertThat(account.path("status").stringValue()).isEqualTo("ACTIVE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "mistyped", "missing-field" })
	void theWholeAnswerMayBeSpoiled(String kind) throws Exception {
		misbehave("kind", kind);
		HttpResponse<String> answer = ask();
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(ProviderClient.json(answer).at("/data/result/account/nameCheckStatus").isString()).isFalse();
		assertRecord(kind, 1, 1);
	}

	@Test
	void aFaultMayHitReadsAlone() throws Exception {
		misbehave("kind", "status", "calls", "reads");
		SignedClient smartglocal = SignedClient.smartglocal(this.sandbox);
		String session = smartglocal.session();
		assertThat(smartglocal.verify(session, "79165550001").statusCode()).isEqualTo(200);
		assertThat(smartglocal.status(session).path("status").stringValue()).isEqualTo("error");
		assertThat(ask().statusCode()).isEqualTo(200);
		assertThat(this.banfico.get("/v1.0/account-verifications/1").statusCode()).isEqualTo(500);
	}

	@Test
	void thePageNamesTheFaults() throws Exception {
		misbehave("kind", "status", "retry-after", "<soon>");
		String page = this.banfico.get("/").body();
		assertThat(page).contains("faults[0].kind: <code>status</code>", "&lt;soon&gt;");
		assertThat(ask().statusCode()).isEqualTo(500);
	}

}
