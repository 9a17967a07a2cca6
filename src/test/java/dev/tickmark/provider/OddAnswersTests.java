package dev.tickmark.provider;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tickmark.payee.Answer;

import static dev.tickmark.provider.Admission.Permit.UNCOUNTED;
import static org.assertj.core.api.Assertions.assertThat;

/** What comes of answers that are no good HTTP, and of the call after them. */
@Timeout(300)
class OddAnswersTests {

	private static final Answer MISSING = new Answer.Missing(true,
			"the connection broke before the answer was complete");

	@Test
	void aConnectionIsUsedForTheNextCall() throws Exception {
		try (RawServer server = new RawServer((client, _) -> RawServer.write(client, RawServer.WHOLE))) {
			Lane lane = Given.lane(server.url());
			assertWhole(send(lane));
			assertWhole(send(lane));
			assertThat(server.connections).hasValue(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Length: 9999999999", "Transfer-Encoding: chunked", "Connection: close" })
	void aBodyWithoutEndIsCutAtOnceAndItsConnectionIsNotUsedAgain(String header) throws Exception {
		String chunk = "4000\r\n" + "x".repeat(0x4000) + "\r\n";
		try (RawServer server = new RawServer((client, number) -> {
			if (number > 1) {
				RawServer.write(client, RawServer.WHOLE);
				return;
			}
			RawServer.write(client, "HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n");
			while (true) {
				RawServer.write(client, chunk);
			}
		})) {
			Lane lane = Given.lane(server.url());
			long start = System.nanoTime();
			Answer.Received cut = (Answer.Received) send(lane);
			assertThat(cut.cut()).isTrue();
			assertThat(Duration.ofNanos(System.nanoTime() - start)).as("not at the time-out")
				.isLessThan(Duration.ofSeconds(10));
			assertWhole(send(lane));
			assertThat(server.connections).hasValue(2);
		}
	}

	@Test
	void aConnectionThatTheProviderClosesRightAfterItsAnswerIsNotUsedAgain() throws Exception {
		CountDownLatch[] closed = { new CountDownLatch(1) };
		try (RawServer server = new RawServer((client, _) -> {
			RawServer.write(client, RawServer.WHOLE);
			client.close();
			closed[0].countDown();
		})) {
			Lane lane = Given.lane(server.url());
			for (int i = 1; i <= 5; i++) {
				closed[0] = new CountDownLatch(1);
				assertWhole(send(lane));
				closed[0].await();
				assertThat(server.connections).hasValue(i);
			}
		}
	}

	@Test
	void whatComesAfterAnAnswerIsNotTheAnswerToTheNextCall() throws Exception {
		try (RawServer server = new RawServer((client, number) -> RawServer.write(client, (number == 1)
				? RawServer.WHOLE + "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwrong" : RawServer.WHOLE))) {
			Lane lane = Given.lane(server.url());
			assertWhole(send(lane));
			assertThat(send(lane)).isEqualTo(MISSING);
			assertWhole(send(lane));
		}
	}

	@Test
	void whatComesLaterIsNotTheAnswerToTheNextCallEither() throws Exception {
		CountDownLatch[] late = { new CountDownLatch(1), new CountDownLatch(1) };
		try (RawServer server = new RawServer((client, number) -> {
			RawServer.write(client, RawServer.WHOLE);
			if (number == 1) {
				await(late[0]);
				RawServer.write(client, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwrong");
				late[1].countDown();
			}
		})) {
			Lane lane = Given.lane(server.url());
			assertWhole(send(lane));
			late[0].countDown();
			late[1].await();
			assertThat(send(lane)).isEqualTo(MISSING);
			assertWhole(send(lane));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n",
			"HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n" })
	void whatComesBeforeTheAnswerIsNotIt(String before) throws Exception {
		try (RawServer server = new RawServer((client, _) -> RawServer.write(client, before + RawServer.WHOLE))) {
			Lane lane = Given.lane(server.url());
			assertWhole(send(lane));
			assertWhole(send(lane));
			assertThat(server.connections).hasValue(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "204 No Content\r\n\r\n", "204 No Content\r\nContent-Length: 0\r\n\r\n",
			"200 OK\r\nContent-Length: 0\r\n\r\n" })
	void anAnswerWithoutABodyIsOne(String answer) throws Exception {
		try (RawServer server = new RawServer((client, _) -> RawServer.write(client, "HTTP/1.1 " + answer))) {
			Lane lane = Given.lane(server.url());
			for (int i = 0; i < 2; i++) {
				Answer.Received received = (Answer.Received) send(lane);
				assertThat(received.body()).isEmpty();
				assertThat(received.cut()).isFalse();
			}
			assertThat(server.connections).hasValue(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 200 OK\r\nX: {20000}\r\n\r\n{}", "HTTP/1.1 200 {20000}\r\n\r\n{}",
			"HTTP/1.1 099 Early\r\n\r\n{}", "HTTP/1.1 -1 Never\r\n\r\n{}", "HTTP/1.1 abc\r\n\r\n{}", "{20000}\r\n\r\n",
			"HTTP/3.0 200 OK\r\n\r\n{}", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{}",
			"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}",
			"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
			"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n{}",
			"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\n{}",
			"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n{}",
			"HTTP/1.1 200 OK\r\n: nameless\r\n\r\n{}", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
			"\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n" })
	void whatIsNoAnswerIsMissingAndTheNextCallIsSent(String answer) throws Exception {
		String bytes = answer.replace("{20000}", "x".repeat(20_000));
		try (RawServer server = new RawServer((client, number) -> {
			RawServer.write(client, (number == 1) ? bytes : RawServer.WHOLE);
			if (number == 1) {
				client.shutdownOutput();
			}
		})) {
			Lane lane = Given.lane(server.url());
			assertThat(send(lane)).isEqualTo(MISSING);
			assertWhole(send(lane));
		}
	}

	@Test
	void aHeadOfMoreHeadersThanAnyoneSendsIsMissing() throws Exception {
		try (RawServer server = new RawServer((client, _) -> {
			RawServer.write(client, "HTTP/1.1 200 OK\r\n");
			while (true) {
				RawServer.write(client, "X: y\r\n");
			}
		})) {
			assertThat(send(Given.lane(server.url()))).isEqualTo(MISSING);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Keep-Alive: timeout=-5", "Keep-Alive: timeout=99999999999999999999",
			"Keep-Alive: timeout=soon", "Connection: ,,;=", "Content-Type: ;;;",
			"Content-Type: text/plain; charset=none", "Content-Encoding: gzip", "Set-Cookie: =;", "Location: :::",
			"Retry-After: \u0000" })
	void anOddHeaderKeepsNobodyFromTheAnswer(String header) throws Exception {
		try (RawServer server = new RawServer((client, _) -> RawServer.write(client,
				"HTTP/1.1 200 OK\r\n" + header + "\r\nContent-Length: 2\r\n\r\n{}"))) {
			Lane lane = Given.lane(server.url());
			assertWhole(send(lane));
			assertWhole(send(lane));
		}
	}

	@Test
	void anAnswerWithoutEndBeforeTheAnswerEndsAtTheTimeOut() throws Exception {
		try (RawServer server = new RawServer((client, _) -> {
			while (true) {
				RawServer.write(client, "HTTP/1.1 100 Continue\r\n\r\n");
			}
		})) {
			Lane lane = Given.lane(server.url(), Duration.ofMillis(500), new Given.Tokens());
			assertThat(send(lane)).isEqualTo(new Answer.Missing(true, "no complete answer within the time-out"));
		}
	}

	@Test
	void whatAProxySaysIsNoAnswerOfTheProvider() throws Exception {
		ProxySelector usual = ProxySelector.getDefault();
		try (RawServer proxy = new RawServer(
				(client, _) -> RawServer.write(client, "HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\n{}"))) {
			ProxySelector.setDefault(ProxySelector.of(new InetSocketAddress("127.0.0.1", proxy.port())));
			assertThat(send(Given.lane("https://tickmark.invalid")))
				.isEqualTo(new Answer.Missing(false, "the connection was refused"));
			assertThat(proxy.requests).hasValue(1);
		}
		finally {
			ProxySelector.setDefault(usual);
		}
	}

	/** However the end of the time falls into a call, it is said whether it was sent. */
	@Test
	void aTimeOutAtWhateverMomentIsAValue() throws Exception {
		try (RawServer server = new RawServer((client, _) -> RawServer.write(client, RawServer.WHOLE));
				ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int micros = 0; micros < 3000; micros += 50) {
				Transport transport = new Transport(URI.create(server.url()), Duration.ofNanos(micros * 1000 + 1));
				List<Future<Answer>> answers = new ArrayList<>();
				for (int i = 0; i < 20; i++) {
					answers.add(threads.submit(() -> transport.send(Given.get("/v1"), UNCOUNTED)));
				}
				for (Future<Answer> answer : answers) {
					assertThat(answer.get()).isNotNull();
				}
			}
		}
	}

	private static void await(CountDownLatch latch) throws IOException {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

	private static Answer send(Lane lane) {
		return lane.send(Given.post("/v1").with(Map.of()), 1, UNCOUNTED).answer();
	}

	private static void assertWhole(Answer answer) {
		assertThat(answer).isInstanceOfSatisfying(Answer.Received.class, (received) -> {
			assertThat(received.status()).isEqualTo(200);
			assertThat(received.body()).isEqualTo("{}");
		});
	}

}
