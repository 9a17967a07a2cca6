package dev.tickmark.web.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tickmark.ledger.people.Role;
import dev.tickmark.ledger.people.Scope;
import dev.tickmark.web.Page;
import dev.tickmark.web.Visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class RowStreamsTests extends RowsCase {

	private static final int MOST = 4;

	@Autowired
	private PlatformTransactionManager transactions;

	@Test
	void aStreamThatFailsOnItsWayDoesNotLookWhole() throws Exception {
		Visitor program = program(Role.VIEWER, Scope.READ);
		assertThat(streamed(program, "")).hasSize(ROWS);
		spoil(ROWS - 2);
		HttpResponse<java.util.stream.Stream<String>> response = HttpClient.newHttpClient()
			.send(request(program), BodyHandlers.ofLines());
		assertThat(response.statusCode()).isEqualTo(200);
		List<String> lines = new ArrayList<>();
		assertThatThrownBy(() -> response.body().forEach(lines::add)).isInstanceOf(UncheckedIOException.class);
		assertThat(lines.stream().filter((line) -> line.startsWith("{\"row\":"))).hasSizeLessThan(ROWS - 2);
		assertThatThrownBy(() -> stream(program, "")).hasCauseInstanceOf(IOException.class);
	}

	@Test
	void oneThatFailsBeforeItsBeginningIsAProblem() {
		Visitor program = program(Role.VIEWER, Scope.READ);
		assertThat(streamed(program, "")).hasSize(ROWS);
		spoil(2);
		Page page = stream(program, "");
		assertThat(page.status()).isEqualTo(500);
		assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
		assertThat(page.body()).doesNotContain("{\"row\":");
	}

	private void spoil(int row) {
		this.jdbc.sql("update payee_row set fields = '{}' where run_id = ? and number = ?")
			.params(this.run.id(), row)
			.update();
	}

	private HttpRequest request(Visitor program) {
		return program.request(path("/rows")).header("Accept", "application/x-ndjson").GET().build();
	}

	@Test
	void overAProtocolThatHidesABrokenEndThereIsNone() throws IOException {
		HttpRequest request = request(program(Role.VIEWER, Scope.READ));
		try (Socket socket = new Socket("127.0.0.1", request.uri().getPort())) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream()
				.write("""
						GET %s HTTP/1.0\r
						Accept: application/x-ndjson\r
						Authorization: %s\r
						\r
						"""
					.formatted(request.uri().getPath(), request.headers().firstValue("Authorization").orElseThrow())
					.getBytes(StandardCharsets.UTF_8));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(answer).contains(" 505 ", "proxy_http_version 1.1").doesNotContain("\"row\":");
		}
	}

	@Test
	void onlySoManyHoldAConnectionAtTheSameTime() throws Exception {
		Visitor program = program(Role.VIEWER, Scope.READ);
		assertThat(streamed(program, "")).hasSize(ROWS);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Page>> streams = new ArrayList<>();
			new TransactionTemplate(this.transactions).executeWithoutResult((_) -> {
				this.jdbc.sql("lock table payee_row in access exclusive mode").update();
				IntStream.range(0, MOST).forEach((_) -> streams.add(threads.submit(() -> stream(program, ""))));
				await().until(() -> waiting() == MOST);
				Page more = stream(program, "");
				assertThat(more.status()).isEqualTo(503);
				assertThat(more.headers().firstValue("Retry-After")).isPresent();
				assertThat(json(more).get("detail").asString()).contains("4 streams of rows are being read");
			});
			for (Future<Page> stream : streams) {
				assertThat(stream.get().body().lines()).hasSize(ROWS);
			}
		}
		assertThat(streamed(program, "")).hasSize(ROWS);
	}

	private int waiting() {
		return this.jdbc.sql("select count(*) from pg_locks where not granted and relation = 'payee_row'::regclass")
			.query(Integer.class)
			.single();
	}

}
