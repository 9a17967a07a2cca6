package dev.tickmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import dev.tickmark.ledger.embedded.DatabaseUnavailable;
import dev.tickmark.ledger.embedded.EmbeddedServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A run that is told to stop in each of its phases; the same command completes it. */
@EnabledOnOs(OS.LINUX)
@Tag("long")
class StoppedPhasesIT {

	/** What the program itself needs to end, on a busy machine. */
	private static final Duration SOON = Duration.ofSeconds(10);

	private static final Duration TIMEOUT = Duration.ofSeconds(3);

	private static final int LARGE = 100_000;

	@AutoClose
	private final Workplace here;

	StoppedPhasesIT(@TempDir Path folder) {
		this.here = new Workplace(folder);
	}

	@Test
	void whileALargeFileIsTakenInAndWhileItsReportIsWritten(@TempDir Path providersFolder)
			throws IOException, InterruptedException {
		Payees payees = new Payees();
		for (int i = 0; i < LARGE; i++) {
			payees.banfico("%04d".formatted(i % 100));
		}
		this.here.file("large.csv", payees);
		try (Providers providers = Providers.start(providersFolder, Duration.ZERO, 1000)) {
			List<String> settings = providers.settings(100, 100);
			RunningProgram first = start(settings, "large.csv", "intake");
			end(first.interrupt(), SOON);
			assertThat(this.here.logged("Executing step: [verify]")).as("it was taking the file in").isZero();

			RunningProgram second = start(settings, "large.csv", "report");
			Path results = this.here.report("large.csv", 1).folder().resolve("results.csv");
			assertThat(results).as("it was writing the report").doesNotExist();
			end(second.terminate(), SOON);

			this.here.run(settings, "verify", "large.csv")
				.with(0)
				.saying("Continuing run 1: large.csv, 100000 rows", "100000 rows in", "all final");
			assertThat(providers.counted("banfico", "submissions")).isEqualTo(100);
			assertThat(this.here.report("large.csv", 1).column("verdict")).hasSize(LARGE).containsOnly("MATCH");
			assertThat(this.here.server()).isEmpty();
		}
	}

	@Test
	void whileProvidersAreSilent(@TempDir Path providersFolder) throws IOException, InterruptedException {
		this.here.file("payees.csv", Payees.of(40, 40));
		try (Providers providers = Providers.start(providersFolder, Duration.ZERO, 1000);
				Door banfico = Door.before("banfico", providers);
				Door paysway = Door.before("paysway", providers)) {
			List<String> settings = paysway.through(banfico.through(providers.settings(10, 10)));
			settings.add("--tickmark.providers.banfico.timeout=" + TIMEOUT.toSeconds() + "s");
			settings.add("--tickmark.providers.paysway.timeout=" + TIMEOUT.toSeconds() + "s");
			banfico.keepAnswers();
			paysway.keepAnswers();
			RunningProgram first = this.here.start(settings, "verify", "payees.csv");
			await().until(() -> banfico.kept() >= 10 && paysway.kept() >= 10);
			end(first.terminate(), TIMEOUT.plus(SOON));

			banfico.open();
			paysway.open();
			this.here.run(settings, "verify", "payees.csv").with(0).saying("80 rows in", "all final");
			Report report = this.here.report("payees.csv", 1);
			assertThat(report.column("verdict")).hasSize(80).containsOnly("MATCH");
			assertThat(providers.counted("paysway", "submissions")).as("its key tells").isEqualTo(40);
			assertThat(providers.counted("banfico", "distinct")).isEqualTo(40);
			assertThat(providers.counted("banfico", "submissions"))
				.as("those whose answer never came, and nothing can tell")
				.isEqualTo(40 + banfico.kept());
			assertThat(report.lane("banfico").path("repeats").intValue()).isEqualTo(banfico.kept());
			assertThat(report.column("reason").stream().filter((reason) -> reason.contains("Asked again")))
				.hasSizeGreaterThanOrEqualTo(banfico.kept());
			assertThat(this.here.server()).isEmpty();
		}
	}

	@Test
	void whileALaneIsPausedForAnHourAndWhileAnAnswerIsDueLater(@TempDir Path providersFolder)
			throws IOException, InterruptedException, DatabaseUnavailable, SQLException {
		this.here.file("payees.csv", Payees.of(40, 40));
		Map<String, String> pending = Map.of("pending-share", "1", "pending-for", "4s");
		try (Providers providers = Providers.start(providersFolder, Map.of("banfico", pending, "paysway", pending));
				Door banfico = Door.before("banfico", providers);
				Door paysway = Door.before("paysway", providers)) {
			List<String> settings = paysway.through(banfico.through(providers.settings(50, 50)));
			banfico.refuse(429);
			paysway.refuse(503);
			RunningProgram first = this.here.start(settings, "verify", "payees.csv", "--deadline=5h");
			await().until(() -> this.here.logged("lane banfico: paused for") > 0
					&& this.here.logged("lane paysway: paused for") > 0);
			end(first.interrupt(), SOON);
			assertThat(providers.counted("banfico", "submissions")).isZero();
			asIfTheHourHadPassed();

			banfico.open();
			paysway.open();
			List<String> late = new ArrayList<>(settings);
			late.addAll(List.of("--tickmark.recheck.first-delay=1h", "--tickmark.recheck.max-delay=2h"));
			RunningProgram second = start(late, "payees.csv", "recheck");
			await().until(
					() -> providers.counted("banfico", "submissions") + providers.counted("paysway", "submissions"),
					(submissions) -> submissions == 80);
			end(second.terminate(), SOON);

			this.here.run(settings, "verify", "payees.csv").with(0).saying("80 rows in", "all final");
			assertThat(this.here.report("payees.csv", 1).column("verdict")).hasSize(80).containsOnly("MATCH");
			assertThat(providers.counted("banfico", "submissions")).isEqualTo(40);
			assertThat(providers.counted("paysway", "submissions")).isEqualTo(40);
			assertThat(this.here.server()).isEmpty();
		}
	}

	@Test
	void whileItWaitsForALaneThatAnotherProcessUses(@TempDir Path providersFolder)
			throws IOException, InterruptedException {
		this.here.file("one.csv", Payees.of(20, 0));
		this.here.file("two.csv", Payees.of(21, 0));
		try (Providers providers = Providers.start(providersFolder, Duration.ZERO, 1000);
				Door banfico = Door.before("banfico", providers)) {
			List<String> settings = banfico.through(providers.settings(50, 50));
			banfico.keepAnswers();
			RunningProgram one = this.here.start(settings, "verify", "one.csv");
			await().until(() -> banfico.kept() == 20);
			RunningProgram two = this.here.start(settings, "verify", "two.csv")
				.says("Lane banfico is used by tickmark process " + one.pid());
			told(two.terminate(), 2, SOON);
			assertThat(this.here.server()).as("the other one uses it").isPresent();

			banfico.open();
			one.end().with(0);
			this.here.run(settings, "verify", "two.csv").with(0).saying("21 rows in", "all final");
			assertThat(providers.counted("banfico", "submissions")).isEqualTo(41);
			assertThat(this.here.server()).isEmpty();
		}
	}

	/** Starts it and waits until it is in a step. */
	private RunningProgram start(List<String> settings, String file, String step) throws IOException {
		long before = this.here.logged(begins(step));
		RunningProgram program = this.here.start(settings, "verify", file);
		await().pollInterval(Duration.ofMillis(20)).until(() -> this.here.logged(begins(step)) > before);
		return program;
	}

	private void end(RunningProgram told, Duration soon) throws IOException {
		told(told, 1, soon);
		assertThat(this.here.server()).as("the embedded server is stopped with it").isEmpty();
	}

	private static void told(RunningProgram told, int run, Duration soon) {
		long start = System.nanoTime();
		told.end()
			.with(1)
			.saying("Stopping", "Run " + run + " was stopped", "Nothing is lost: the same command continues it.");
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(soon);
	}

	private void asIfTheHourHadPassed() throws DatabaseUnavailable, SQLException {
		try (EmbeddedServer server = EmbeddedServer.open(this.here.home().resolve("postgres"));
				Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.username(),
						server.password());
				Statement statement = connection.createStatement()) {
			assertThat(statement.executeUpdate("update verification set next_attempt_at = now()"
					+ " where state = 'RETRY' and next_attempt_at > now() + interval '50 minutes'"))
				.isPositive();
		}
	}

	/**
	 * What the log says when a step begins, and a recheck in the first lane that goes on
	 * to it.
	 */
	private static String begins(String step) {
		return step.equals("recheck") ? ": rechecks" : "Executing step: [" + step + "]";
	}

}
