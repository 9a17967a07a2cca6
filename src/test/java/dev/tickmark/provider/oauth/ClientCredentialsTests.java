package dev.tickmark.provider.oauth;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Outcome;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.provider.Authenticator.Authorization;
import dev.tickmark.provider.Authenticator.Authorization.Denied;
import dev.tickmark.provider.Authenticator.Authorization.Granted;
import dev.tickmark.provider.Request;
import dev.tickmark.provider.oauth.ClientCredentials.Placement;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(300)
class ClientCredentialsTests {

	private static final String SECRET = "s3cr:t/+ü";

	private static final Request REQUEST = new Request(CallKind.STATUS, "GET", "/x", Map.of(), null, false);

	private static final Set<Thread.State> WAITING = Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T22:00:00Z"));

	private TokenServer server;

	private ClientCredentials credentials;

	@BeforeEach
	void start() throws IOException {
		this.server = new TokenServer();
		this.credentials = credentials(Placement.BODY, Duration.ofSeconds(20));
	}

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void fiftyWhoNeedATokenAtOnceShareOneFetch() throws Exception {
		assertThat(fiftyAtOnce()).containsOnly(Map.of("Authorization", "Bearer token-1"));
		assertThat(this.server.asked).hasSize(1);
	}

	@Test
	void fiftyWhoseTokenIsRefusedShareOneFetchToo() throws Exception {
		Map<String, String> old = headers();
		IntStream.range(0, 50).forEach((_) -> this.credentials.refused(REQUEST.with(old)));
		assertThat(fiftyAtOnce()).containsOnly(Map.of("Authorization", "Bearer token-2"));
		// Refusals of the old token that come late do not touch the new one
		this.credentials.refused(REQUEST.with(old));
		assertThat(headers()).containsEntry("Authorization", "Bearer token-2");
		assertThat(this.server.asked).hasSize(2);
	}

	@Test
	void aFailureIsSharedAsWellAndNotKept() throws Exception {
		this.server.that(TokenServer.answering(500, ""));
		assertThat(fiftyAtOnce()).hasSize(1);
		assertThat(this.server.asked).hasSize(1);
		this.server.that(this.server.tokens(60));
		assertThat(headers()).containsEntry("Authorization", "Bearer token-2");
	}

	@ParameterizedTest
	@CsvSource({ "3600, 3569, 3571", "100, 89, 91", "1, 0, 1", "999999999, 86369, 86371", "0, 269, 271",
			"-5, 269, 271" })
	void aTokenIsRenewedShortlyBeforeItsEnd(long expiresIn, long stillOld, long alreadyNew) {
		this.server.that(this.server.tokens(expiresIn));
		assertThat(headers()).containsEntry("Authorization", "Bearer token-1");
		Instant start = this.now.get();
		this.now.set(start.plusSeconds(stillOld));
		assertThat(headers()).containsEntry("Authorization", "Bearer token-1");
		this.now.set(start.plusSeconds(alreadyNew));
		assertThat(headers()).containsEntry("Authorization", "Bearer token-2");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "'\"600\"' | 570", "'\"soon\"' | 270", "null | 270", "1e99 | 86370" })
	void aLifeThatCannotBeReadIsTakenToBeShort(String expiresIn, long renewedAfter) {
		this.server.that(TokenServer.answering(200, "{\"access_token\":\"abc\",\"expires_in\":" + expiresIn + "}"));
		headers();
		Instant start = this.now.get();
		this.now.set(start.plusSeconds(renewedAfter - 1));
		headers();
		assertThat(this.server.asked).hasSize(1);
		this.now.set(start.plusSeconds(renewedAfter + 1));
		headers();
		assertThat(this.server.asked).hasSize(2);
	}

	@Test
	void aRefusalOfSomethingElseKeepsTheToken() {
		headers();
		this.credentials.refused(REQUEST.with(Map.of("Authorization", "Bearer other")));
		this.credentials.refused(REQUEST.with(Map.of("Accept", "Bearer token-1")));
		headers();
		assertThat(this.server.asked).hasSize(1);
		this.credentials.refused(REQUEST.with(Map.of("authorization", "Bearer token-1")));
		headers();
		assertThat(this.server.asked).hasSize(2);
	}

	@Test
	void aClientNamesItselfInTheFormOrInTheHeader() {
		headers();
		credentials(Placement.BASIC, Duration.ofSeconds(20)).authorize(REQUEST);
		assertThat(this.server.asked).containsExactly(
				new TokenServer.Asked("", "application/x-www-form-urlencoded",
						"grant_type=client_credentials&client_id=tick+mark&client_secret=s3cr%3At%2F%2B%C3%BC"),
				// tick+mark:s3cr%3At%2F%2B%C3%BC
				new TokenServer.Asked("Basic dGljayttYXJrOnMzY3IlM0F0JTJGJTJCJUMzJUJD",
						"application/x-www-form-urlencoded", "grant_type=client_credentials"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 302, 400, 401, 403, 404, 405, 501 })
	void aTokenThatWillNeverComeStopsTheLane(int status) {
		this.server.that(TokenServer.answering(status, ""));
		assertThat(denied()).isInstanceOf(Outcome.LaneFault.class);
	}

	@Test
	void anUnknownClientIsToldWhichKeysToCheck() {
		// Some say so with a status of their own
		for (int status : new int[] { 400, 401, 500 }) {
			this.server.that(TokenServer.answering(status, "{\"error\":\"invalid_client\"}"));
			assertThat(denied()).isInstanceOf(Outcome.LaneFault.class);
			assertThat(denied().finding().reason()).contains(this.server.url().toString(),
					"tickmark.providers.paysway.client-id and .client-secret");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 503 })
	void aBusyTokenAddressPausesTheLane(int status) {
		this.server.that((exchange) -> {
			exchange.getResponseHeaders().set("Retry-After", "7");
			TokenServer.answer(exchange, status, "");
		});
		assertThat(denied()).isInstanceOfSatisfying(Outcome.Retryable.class, (retryable) -> {
			assertThat(retryable.after()).isEqualTo(Duration.ofSeconds(7));
			assertThat(retryable.pausesLane()).isTrue();
			assertThat(retryable.counts()).isFalse();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "{}", "<html>", "{\"access_token\":7}", "{\"access_token\":\"\"}",
			"{\"access_token\":\"a b\"}", "{\"access_token\":\"a\\r\\nX: y\"}",
			"{\"access_token\":\"abc\",\"token_type\":\"mac\"}" })
	void anAnswerWithoutAUsableTokenMayPass(String body) {
		this.server.that(TokenServer.answering(200, body));
		assertThat(denied()).isInstanceOfSatisfying(Outcome.Retryable.class,
				(retryable) -> assertThat(retryable.counts()).isTrue());
	}

	@Test
	void anEndlessAnswerIsNotReadToItsEnd() {
		this.server.that(TokenServer.answering(200, "{\"access_token\":\"abc\"}" + " ".repeat(70_000)));
		assertThat(denied()).isInstanceOf(Outcome.Retryable.class);
		this.server.that(TokenServer.answering(200, "{\"access_token\":\"abc\"}" + " ".repeat(60_000)));
		assertThat(headers()).containsEntry("Authorization", "Bearer abc");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void anAnswerThatDoesNotComeOrNeverEndsIsGivenUp(boolean begins) throws InterruptedException {
		this.credentials = credentials(Placement.BODY, Duration.ofMillis(500));
		CountDownLatch end = new CountDownLatch(1);
		this.server.that((exchange) -> {
			if (begins) {
				exchange.sendResponseHeaders(200, 0);
				exchange.getResponseBody().write('{');
				exchange.getResponseBody().flush();
			}
			await(end);
		});
		assertThat(denied()).isInstanceOf(Outcome.Retryable.class);
		end.countDown();
	}

	@Test
	void aConnectionThatFailsMayPass() {
		this.server.close();
		assertThat(denied()).isInstanceOf(Outcome.Retryable.class);
		assertThat(denied().finding().reason()).contains("the connection failed");
	}

	@Test
	void nothingShowsTheSecretOrTheToken() {
		this.server.that(TokenServer.answering(401, "{\"error\":\"" + SECRET + "\"}"));
		assertThat(denied().toString()).doesNotContain(SECRET);
		assertThat(settings().toString()).doesNotContain(SECRET).contains("tick mark");
		assertThat(new Token("Bearer abcdef", Instant.EPOCH).toString()).doesNotContain("abcdef");
	}

	@Test
	void nothingIsLoggedOfTheSecretOrTheToken() {
		Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
		Level before = root.getLevel();
		ListAppender<ILoggingEvent> log = new ListAppender<>();
		log.start();
		root.addAppender(log);
		root.setLevel(Level.TRACE);
		try {
			headers();
		}
		finally {
			root.setLevel(before);
			root.detachAppender(log);
		}
		assertThat(log.list).isNotEmpty()
			.noneMatch((event) -> event.getFormattedMessage().contains("s3cr")
					|| event.getFormattedMessage().contains("token-1"));
	}

	private OAuthSettings settings() {
		return new OAuthSettings(this.server.url(), "tick mark", SECRET);
	}

	private ClientCredentials credentials(Placement placement, Duration timeout) {
		return new ClientCredentials(new ProviderName("paysway"), settings(), placement, timeout, this.now::get);
	}

	private Map<String, String> headers() {
		return ((Granted) this.credentials.authorize(REQUEST)).request().headers();
	}

	private Outcome denied() {
		return ((Denied) this.credentials.authorize(REQUEST)).outcome();
	}

	/** What 50 get, each differing answer once, when all of them wait for one fetch. */
	private Set<Object> fiftyAtOnce() throws InterruptedException {
		CountDownLatch all = new CountDownLatch(1);
		this.server.holdUntil(all);
		Set<Object> answers = ConcurrentHashMap.newKeySet();
		List<Thread> threads = Stream.generate(() -> Thread.ofPlatform().start(() -> {
			Authorization answer = this.credentials.authorize(REQUEST);
			answers.add((answer instanceof Granted granted) ? granted.request().headers() : answer);
		})).limit(50).toList();
		Awaitility.await()
			.during(Duration.ofMillis(100))
			.until(() -> threads.stream().allMatch((thread) -> WAITING.contains(thread.getState())));
		all.countDown();
		for (Thread thread : threads) {
			thread.join();
		}
		return answers;
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

}
