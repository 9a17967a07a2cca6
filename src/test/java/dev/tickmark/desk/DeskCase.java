package dev.tickmark.desk;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import dev.tickmark.GivenProvider;
import dev.tickmark.Serving;
import dev.tickmark.TestDatabase;
import dev.tickmark.ledger.desk.KeptUploads;
import dev.tickmark.ledger.desk.Upload;
import dev.tickmark.ledger.desk.UploadState;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.provider.Provider;
import dev.tickmark.verification.ScriptedProvider;
import dev.tickmark.verification.StubServer;
import dev.tickmark.verification.definition.Definitions;

import static org.awaitility.Awaitility.await;

/** A desk over real HTTP and a real database, with a provider that does as it is told. */
@SpringBootTest(classes = { Serving.class, DeskCase.Sixth.class },
		properties = { "tickmark.home=target/${tickmark.test.fork:fork}/desk-tests", "tickmark.uploads.max-size=20KB",
				"tickmark.desk.max-runs=2", "tickmark.desk.max-waiting=1" })
@ContextConfiguration(initializers = TestDatabase.class)
abstract class DeskCase {

	static final StubServer STUB = new StubServer();

	/** Machines that build are slow. */
	static final AtomicInteger FILES = new AtomicInteger();

	static final Actor ANNA = Actor.web("anna", "192.0.2.1");

	@Autowired
	protected Desk desk;

	@Autowired
	protected Uploads uploads;

	@Autowired
	protected Looking looking;

	@Autowired
	protected RunsAtWork atWork;

	@Autowired
	protected KeptUploads kept;

	@Autowired
	protected Acts acts;

	@Autowired
	protected JdbcClient jdbc;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		GivenProvider.at(registry, "scripted", STUB::url);
		registry.add("tickmark.providers.scripted.price", () -> "0.10");
	}

	@BeforeEach
	void wellBehaved() {
		STUB.answers((_, _) -> StubServer.Says.ok());
	}

	/** A file with so many payees of its own. */
	Upload bring(int rows) throws UploadRefused {
		return bring(rows, FILES.incrementAndGet());
	}

	Upload bring(int rows, int number) throws UploadRefused {
		StringBuilder text = new StringBuilder("name,iban,provider\n");
		for (int row = 0; row < rows; row++) {
			text.append(payee(number, row)).append(",,scripted\n");
		}
		return take("payees.csv", text.toString());
	}

	Upload take(String name, String text) throws UploadRefused {
		return this.uploads.take(ANNA, name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
	}

	static String payee(int file, int row) {
		return "f" + file + "-" + row;
	}

	DeskReply start(Upload upload) {
		return this.desk.start(ANNA, upload.id(), Definitions.own(), null, false);
	}

	Upload now(Upload upload) {
		return this.kept.find(upload.id()).orElseThrow();
	}

	Upload awaitState(Upload upload, UploadState state) {
		await().until(() -> now(upload).state() == state);
		return now(upload);
	}

	/** The number of its run, as soon as it has one. */
	long awaitRun(Upload upload) {
		await().until(() -> now(upload).run() != null);
		return run(upload);
	}

	long run(Upload upload) {
		return Objects.requireNonNull(now(upload).run());
	}

	/** What was done to a run, the latest last. */
	List<String> acts(long run) {
		return this.acts.ofRun(run, Acts.LATEST, 100)
			.reversed()
			.stream()
			.map((act) -> act.actor().who() + " " + act.deed().kind())
			.toList();
	}

	@Nullable Object state(long run) {
		return this.jdbc.sql("select state from run where id = ?").param(run).query(String.class).single();
	}

	static StubServer.Says paused() {
		return new StubServer.Says(503, Map.of("Retry-After", "1"));
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Sixth {

		@Bean
		Provider scripted() {
			return new ScriptedProvider();
		}

	}

}
