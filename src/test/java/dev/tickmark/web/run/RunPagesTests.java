package dev.tickmark.web.run;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import dev.tickmark.ledger.people.Role;
import dev.tickmark.verification.StubServer.Says;
import dev.tickmark.web.Page;
import dev.tickmark.web.Visitor;
import dev.tickmark.web.WebCase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RunPagesTests extends WebCase {

	/** Machines that build are slow. */
	private static final AtomicInteger FILES = new AtomicInteger();

	@Autowired
	private ProgressStreams streams;

	@Test
	void aRunIsWatchedStoppedAndContinued() throws Exception {
		CountDownLatch hold = new CountDownLatch(1);
		CountDownLatch asked = new CountDownLatch(5);
		STUB.answers((_, _) -> {
			asked.countDown();
			return held(hold);
		});
		Visitor clerk = as(Role.UPLOADER);
		String run = start(clerk, 200);
		asked.await();
		Page page = clerk.get(run);
		assertThat(page.text()).contains("at work", "The providers are asked.", "scripted", "Results so far", "Stop");
		assertThat(page.body()).contains("data-stream=\"" + run + "/progress\"");
		assertThat(clerk.get("/runs").text()).contains("at work");
		Visitor viewer = as(Role.VIEWER);
		assertThat(viewer.get(run).body()).doesNotContain("/stop\"");
		assertThat(viewer.post(run + "/stop", Map.of()).status()).isEqualTo(403);
		assertThat(clerk.post(run + "/stop", Map.of()).location()).isEqualTo(run);
		hold.countDown();
		await().untilAsserted(
				() -> assertThat(clerk.get(run).text()).contains("stopped", "stopped by uploader", "Continue"));
		assertThat(clerk.post(run + "/stop", Map.of()).location()).isEqualTo(run);
		assertThat(clerk.get(run).text()).contains("is not at work: there is nothing to stop.");
		assertThat(clerk.post(run + "/continue", Map.of()).location()).isEqualTo(run);
		await().untilAsserted(() -> assertThat(clerk.get(run).text()).contains("complete", "200, all final"));
		clerk.post(run + "/continue", Map.of());
		assertThat(clerk.get(run).text()).contains("there is nothing to go on with");
	}

	@Test
	void progressIsToldAsItHappensUntilTheRunEnds() throws Exception {
		CountDownLatch hold = new CountDownLatch(1);
		STUB.answers((_, _) -> held(hold));
		Visitor clerk = as(Role.UPLOADER);
		String run = start(clerk, 3);
		awaitAsking(clerk, run);
		try (BufferedReader stream = open(clerk, run)) {
			assertThat(stream.readLine()).isEqualTo("event: live");
			assertThat(stream.readLine()).startsWith("data: ");
			hold.countDown();
			assertThat(stream.lines().anyMatch("event: end"::equals)).isTrue();
		}
		await().until(() -> this.streams.count() == 0);
	}

	@Test
	void aStreamEndsWhenNobodyReadsItAndWhenThePersonSignsOut() throws Exception {
		CountDownLatch hold = new CountDownLatch(1);
		STUB.answers((_, _) -> held(hold));
		Visitor clerk = as(Role.UPLOADER);
		String run = start(clerk, 3);
		awaitAsking(clerk, run);
		try (BufferedReader stream = open(clerk, run)) {
			stream.readLine();
			assertThat(this.streams.count()).isOne();
		}
		await().until(() -> this.streams.count() == 0);
		try (BufferedReader stream = open(clerk, run)) {
			stream.readLine();
			clerk.get("/me");
			clerk.post("/sign-out", Map.of());
			assertThat(stream.lines().noneMatch("event: end"::equals)).as("it ends, and the run does not").isTrue();
		}
		await().until(() -> this.streams.count() == 0);
		hold.countDown();
	}

	@Test
	void aRunThatIsNotThereIsToldSo() {
		Page page = asked(Role.VIEWER, "/runs/123456789");
		assertThat(page.status()).isEqualTo(404);
		assertThat(page.text()).contains("There is no run 123456789.");
		assertThat(asked(Role.VIEWER, "/runs?before=5").status()).isEqualTo(200);
	}

	/**
	 * A stream that begins before that ends with the reading, so that the page is loaded
	 * anew.
	 */
	private static void awaitAsking(Visitor clerk, String run) {
		await().untilAsserted(() -> assertThat(clerk.get(run).text()).contains("The providers are asked."));
	}

	private static BufferedReader open(Visitor visitor, String run) {
		InputStream in = visitor.stream(run + "/progress");
		return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
	}

	private static String start(Visitor clerk, int rows) {
		clerk.get("/uploads");
		StringBuilder text = new StringBuilder("name,iban,provider\n");
		int file = FILES.incrementAndGet();
		for (int row = 0; row < rows; row++) {
			text.append("run").append(file).append('-').append(row).append(",,scripted\n");
		}
		String upload = clerk.upload("/uploads", "list.csv", text.toString().getBytes(StandardCharsets.UTF_8), Map.of())
			.location();
		clerk.get(upload);
		Page started = clerk.post(upload + "/start", Map.of());
		assertThat(started.status()).as(started.text()).isEqualTo(302);
		await().untilAsserted(
				() -> assertThat(clerk.get(upload).location()).as(clerk.get(upload).text()).startsWith("/runs/"));
		return clerk.get(upload).location();
	}

	private static Says held(CountDownLatch hold) {
		try {
			hold.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		return Says.ok();
	}

}
