package dev.tickmark.provider;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.CallKind;

import static dev.tickmark.provider.Admission.Permit.UNCOUNTED;
import static org.assertj.core.api.Assertions.assertThat;

@Timeout(300)
class LaneSendingTests {

	private static final Map<String, String> CREDENTIALS = Map.of("Authorization", Given.SECRET);

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final CountDownLatch over = new CountDownLatch(1);

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final Given.Tokens tokens = new Given.Tokens();

	private HttpServer server = create();

	@BeforeEach
	void start() {
		this.server.setExecutor(this.threads);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.over.countDown();
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	@Test
	void aCallIsWhatWasSentAndWhatCameBack() {
		Headers seen = new Headers();
		byte[][] body = new byte[1][];
		answer((exchange) -> {
			seen.putAll(exchange.getRequestHeaders());
			body[0] = exchange.getRequestBody().readAllBytes();
			reply(exchange, 202, "{\"id\":\"é\"}");
		});
		Instant before = Instant.now();
		Call call = lane().send(Given.post("/v1/checks?x=%20y").with(CREDENTIALS), 3, UNCOUNTED);
		assertThat(call.number()).isEqualTo(3);
		assertThat(call.kind()).isEqualTo(CallKind.SUBMIT);
		assertThat(call.method()).isEqualTo("POST");
		assertThat(call.path()).isEqualTo("/v1/checks?x=%20y");
		assertThat(call.repeat()).isFalse();
		assertThat(call.sentAt()).isBetween(before, Instant.now());
		assertThat(call.took()).isPositive();
		assertThat(received(call).status()).isEqualTo(202);
		assertThat(received(call).body()).isEqualTo("{\"id\":\"é\"}");
		assertThat(received(call).cut()).isFalse();
		assertThat(this.requests).containsExactly("POST /base/v1/checks?x=%20y");
		assertThat(new String(body[0], StandardCharsets.UTF_8)).isEqualTo("{\"name\":\"Zoë\"}");
		assertThat(seen.getFirst("Content-Type")).isEqualTo("application/json");
		assertThat(seen.getFirst("Accept")).isEqualTo("application/json");
		assertThat(seen.getFirst("User-Agent")).isEqualTo("tickmark");
		assertThat(seen.get("Authorization")).containsExactly(Given.SECRET);
	}

	@Test
	void aCallWithoutABodyHasTheProvidersHeadersAndSaysThatItRepeats() {
		Headers seen = new Headers();
		answer((exchange) -> {
			seen.putAll(exchange.getRequestHeaders());
			reply(exchange, 200, "{}");
		});
		Call call = lane().send(Given.get("/v1"), 1, UNCOUNTED);
		assertThat(call.repeat()).isTrue();
		assertThat(seen.getFirst("X-Trace")).isEqualTo("t-1");
		assertThat(seen).doesNotContainKeys("Content-Type", "Authorization");
	}

	@Test
	void credentialsAndCookiesAreNoPartOfTheCall() {
		answer((exchange) -> {
			exchange.getResponseHeaders().set("Set-Cookie", "session=" + Given.SECRET);
			exchange.getResponseHeaders().set("Authorization", Given.SECRET);
			exchange.getResponseHeaders().set("X-Request-Id", "r-1");
			exchange.getResponseHeaders().set("Retry-After", "7");
			reply(exchange, 200, "{}");
		});
		Call call = lane().send(Given.get("/v1").with(CREDENTIALS), 1, UNCOUNTED);
		assertThat(call.toString()).doesNotContain("s3cr3t").doesNotContain("session");
		assertThat(received(call).headers()).containsOnlyKeys("content-type", "date", "x-request-id", "retry-after")
			.containsEntry("x-request-id", "r-1");
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	void aRedirectIsAnAnswerAndNotFollowed(int status) {
		answer((exchange) -> {
			exchange.getResponseHeaders().set("Location", "/base/elsewhere");
			reply(exchange, status, "");
		});
		assertThat(received(lane().send(Given.get("/v1").with(CREDENTIALS), 1, UNCOUNTED)).status()).isEqualTo(status);
		assertThat(this.requests).containsExactly("GET /base/v1");
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 407, 408, 421, 425, 429, 500, 502, 503, 504, 599 })
	void whateverTheStatusTheCallIsSentOnce(int status) {
		answer((exchange) -> reply(exchange, status, "{}"));
		assertThat(received(lane().send(Given.get("/v1").with(CREDENTIALS), 1, UNCOUNTED)).status()).isEqualTo(status);
		assertThat(this.requests).hasSize(1);
	}

	@Test
	void onlyA401TellsThatTheseCredentialsWereRefused() {
		int[] status = { 403 };
		answer((exchange) -> reply(exchange, status[0], "{}"));
		Lane lane = lane();
		lane.send(Given.get("/v1").with(CREDENTIALS), 1, UNCOUNTED);
		assertThat(this.tokens.refused).isEmpty();
		status[0] = 401;
		lane.send(Given.get("/v1").with(CREDENTIALS), 2, UNCOUNTED);
		assertThat(this.tokens.refused).extracting(Request::headers)
			.containsExactly(Given.get("/v1").with(CREDENTIALS).headers());
	}

	@Test
	void aBodyOverTheBoundIsCutAndSaysSo() {
		int[] size = { Transport.BODY_BOUND };
		answer((exchange) -> reply(exchange, 200, "x".repeat(size[0])));
		Lane lane = lane();
		Answer.Received whole = received(lane.send(Given.get("/v1").with(CREDENTIALS), 1, UNCOUNTED));
		assertThat(whole.cut()).isFalse();
		assertThat(whole.body()).hasSize(Transport.BODY_BOUND);
		size[0]++;
		Answer.Received cut = received(lane.send(Given.get("/v1").with(CREDENTIALS), 2, UNCOUNTED));
		assertThat(cut.cut()).isTrue();
		assertThat(cut.body()).hasSize(Transport.BODY_BOUND);
	}

	@Test
	void aProviderThatKeepsSilentMayHaveSeenTheCall() {
		answer((_) -> await());
		assertMissing(lane(Duration.ofMillis(300)), true, "no complete answer within the time-out");
		assertThat(this.requests).hasSize(1);
	}

	@Test
	void aBodyThatDripsIsNotWaitedForToItsEnd() {
		AtomicInteger drops = new AtomicInteger();
		answer((exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			OutputStream body = exchange.getResponseBody();
			while (!await(Duration.ofMillis(50)) && drops.incrementAndGet() < 400) {
				body.write('x');
				body.flush();
			}
			body.close();
		});
		assertMissing(lane(Duration.ofMillis(500)), true, "no complete answer within the time-out");
		assertThat(drops).hasValueGreaterThan(0);
	}

	@Test
	void aRefusedConnectionWasNeverACall() throws IOException {
		int port;
		try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = closed.getLocalPort();
		}
		assertMissing(Given.lane("http://127.0.0.1:" + port), false, "the connection was refused");
	}

	@Test
	void aHostThatDoesNotExistNeverSawACall() {
		assertMissing(Given.lane("https://tickmark.invalid"), false, "the host name is unknown");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{",
			"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{" })
	void aConnectionThatBreaksAfterTheRequestMayHaveBeenACall(String answered) throws Exception {
		AtomicInteger connections = new AtomicInteger();
		try (ServerSocket broken = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			this.threads.submit(() -> {
				while (true) {
					try (Socket socket = broken.accept()) {
						connections.incrementAndGet();
						readRequest(socket);
						socket.getOutputStream().write(answered.getBytes(StandardCharsets.US_ASCII));
						socket.getOutputStream().flush();
						// a reset, not an orderly end
						socket.setSoLinger(answered.isEmpty(), 0);
					}
				}
			});
			String url = "http://127.0.0.1:" + broken.getLocalPort();
			assertMissing(Given.lane(url), true, "the connection broke before the answer was complete");
		}
		assertThat(connections).hasValue(1);
	}

	private static HttpServer create() {
		try {
			return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void answer(HttpHandler handler) {
		this.server.createContext("/", (exchange) -> {
			this.requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
			try (exchange) {
				handler.handle(exchange);
			}
		});
	}

	private static void reply(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, (bytes.length > 0) ? bytes.length : -1);
		exchange.getResponseBody().write(bytes);
	}

	private static void readRequest(Socket socket) throws IOException {
		StringBuilder seen = new StringBuilder();
		while (!seen.toString().endsWith("\"}")) {
			int next = socket.getInputStream().read();
			if (next < 0) {
				return;
			}
			seen.append((char) next);
		}
	}

	/** Waits until the test is over. */
	private void await() {
		await(Duration.ofMinutes(1));
	}

	private boolean await(Duration atMost) {
		try {
			return this.over.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException _) {
			return true;
		}
	}

	private Lane lane() {
		return lane(Duration.ofSeconds(20));
	}

	private Lane lane(Duration timeout) {
		// a slash at its end makes no difference
		return Given.lane("http://127.0.0.1:" + this.server.getAddress().getPort() + "/base/", timeout, this.tokens);
	}

	private static void assertMissing(Lane lane, boolean sent, String problem) {
		assertThat(lane.send(Given.post("/v1").with(CREDENTIALS), 1, UNCOUNTED).answer())
			.isEqualTo(new Answer.Missing(sent, problem));
	}

	private static Answer.Received received(Call call) {
		return (Answer.Received) call.answer();
	}

}
