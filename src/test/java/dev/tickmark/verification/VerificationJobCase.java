package dev.tickmark.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import dev.tickmark.GivenProvider;
import dev.tickmark.TestDatabase;
import dev.tickmark.Tickmark;
import dev.tickmark.intake.PayeeFile;
import dev.tickmark.ledger.OwnerLocks;
import dev.tickmark.ledger.Runs;
import dev.tickmark.provider.Provider;
import dev.tickmark.verification.StubServer.Says;
import dev.tickmark.verification.definition.Definitions;

import static org.awaitility.Awaitility.await;

/** A job over real HTTP and a real database, with a provider that does as it is told. */
@SpringBootTest(classes = { Tickmark.class, VerificationJobCase.Sixth.class })
@ContextConfiguration(initializers = TestDatabase.class)
abstract class VerificationJobCase {

	static final StubServer STUB = new StubServer();

	static final AtomicInteger FILES = new AtomicInteger();

	@TempDir
	Path folder;

	/**
	 * What is in flight when something happens: not left to how fast the machine is.
	 */
	static final int IN_FLIGHT = 100;

	@Autowired
	protected VerificationJob job;

	@Autowired
	protected JobRepository repository;

	@Autowired
	protected Sessions sessions;

	@Autowired
	protected LaneOpening laneOpening;

	@Autowired
	protected VerifyWorker worker;

	@Autowired
	protected OwnerLocks locks;

	@Autowired
	protected Runs runs;

	@Autowired
	protected JdbcClient jdbc;

	@Autowired
	protected DataSource dataSource;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		GivenProvider.at(registry, "scripted", STUB::url);
		registry.add("tickmark.providers.scripted.max-concurrent-calls", () -> IN_FLIGHT);
		GivenProvider.at(registry, "spare", STUB::url);
		registry.add("tickmark.providers.banfico.base-url", () -> "https://banfico.invalid");
		registry.add("tickmark.recheck.first-delay", () -> "50ms");
		registry.add("tickmark.recheck.max-delay", () -> "2s");
		registry.add("tickmark.recheck.max-attempts", () -> 3);
	}

	@BeforeEach
	void wellBehaved() {
		STUB.answers((_, _) -> Says.ok());
		ScriptedProvider.Bug.present = true;
	}

	VerifyResult verify(PayeeFile file) {
		return this.job.verify(command(file, false), watcher(), new StopSignal());
	}

	VerifyCommand command(PayeeFile file, boolean again) {
		return new VerifyCommand(file, Definitions.own(), this.folder.resolve("reports"), null, false, again);
	}

	static RunWatcher watcher() {
		return new RunWatcher() {
		};
	}

	/** A file with a row for each name, all for the scripted provider. */
	PayeeFile file(List<String> names) throws Exception {
		Path path = this.folder.resolve("file" + FILES.incrementAndGet() + ".csv");
		StringBuilder text = new StringBuilder("name,iban,provider\n");
		names.forEach((name) -> text.append(name).append("-").append(FILES.get()).append(",,scripted\n"));
		Files.writeString(path, text);
		return PayeeFile.open(path);
	}

	static List<String> names(int count) {
		return IntStream.range(0, count).mapToObj((i) -> "p" + i).toList();
	}

	/** How often the names of a file were asked about. */
	static int asked(PayeeFile file) throws IOException {
		return Files.readAllLines(file.path())
			.stream()
			.skip(1)
			.map((line) -> line.split(",")[0])
			.distinct()
			.mapToInt(STUB::asked)
			.sum();
	}

	static List<String> results(VerifyResult.Finished finished) throws IOException {
		List<String> lines = Files.readAllLines(finished.run().reports().resolve("results.csv"));
		return lines.subList(1, lines.size());
	}

	JobExecution lastExecution(long run) {
		long execution = count("select max(job_execution_id) from batch_job_execution_params"
				+ " where parameter_name = 'run' and parameter_value = ?", Long.toString(run));
		return Objects.requireNonNull(this.repository.getJobExecution(execution));
	}

	static StepExecution step(JobExecution execution, String name) {
		return execution.getStepExecutions()
			.stream()
			.filter((step) -> step.getStepName().equals(name))
			.findFirst()
			.orElseThrow();
	}

	long count(String sql, VerifyResult.Finished finished) {
		return count(sql, finished.run().id());
	}

	long count(String sql, Object... parameters) {
		return this.jdbc.sql(sql).params(parameters).query(Long.class).single();
	}

	static void waitFor(CountDownLatch latch) {
		waitFor(latch, 20_000);
	}

	static void waitFor(CountDownLatch latch, long millis) {
		try {
			latch.await(millis, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Sixth {

		@Bean
		Provider scripted() {
			return new ScriptedProvider();
		}

		@Bean
		Provider spare() {
			return new ScriptedProvider(ScriptedProvider.SPARE);
		}

	}

}
