package dev.tickmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import dev.tickmark.ledger.embedded.EmbeddedServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Nights in fast motion: a process that stays, and is killed and told to end. */
@EnabledOnOs(OS.LINUX)
class ServeIT {

	private static final int ROWS = 100;

	@AutoClose
	private final Workplace here;

	ServeIT(@TempDir Path folder) throws IOException {
		this.here = new Workplace(folder);
		Files.createDirectory(folder.resolve("in"));
		Files.writeString(folder.resolve("jobs/suppliers.yaml"), """
				schedule: {cron: "*/3 * * * * *", zone: UTC}
				inbox: {folder: in, pattern: "payees-*.csv", complete-after: 1s}
				reports: {folder: out, files: none}
				""");
		Files.writeString(folder.resolve("jobs/broken.yaml"), "schedule: {cron: never}\n");
	}

	@Test
	void aNightThatWasKilledIsContinuedAndNobodyIsAskedTwice(@TempDir Path providersFolder)
			throws IOException, InterruptedException {
		this.here.file("in/payees-a.csv", Payees.of(0, ROWS));
		try (Providers providers = Providers.start(providersFolder, Duration.ofMillis(50), 1000)) {
			RunningProgram first = this.here.start(providers.settings(100, 20), "serve", "--server.port=0");
			first.until(() -> providers.counted("paysway", "submissions") >= 20);
			first.kill();
			assertThat(in("in/taken")).containsExactly("payees-a.csv");

			this.here.file("in/payees-b.csv", Payees.of(30, 0));
			this.here.file("in/payees-c.csv", "no,column,of\nours,is,here\n".getBytes(StandardCharsets.UTF_8));
			RunningProgram second = this.here.start(providers.settings(100, 100), "serve", "--server.port=0")
				.says("payees-c.csv: cannot be verified, nobody was called.");
			second.terminate()
				.end()
				.with(0)
				.saying("broken cannot be used. jobs/broken.yaml, line 1",
						"suppliers: payees-a.csv: run 1 is continued",
						"suppliers: payees-a.csv: run 1, 100 rows, all final.", "suppliers: payees-b.csv: run 2 begins",
						"suppliers: payees-b.csv: run 2, 30 rows, all final.");
			assertThat(in("in/finished")).containsExactly("payees-a.csv", "payees-b.csv");
			assertThat(in("in/failed")).containsExactly("payees-c.csv");
			assertThat(in("in/taken")).isEmpty();
			assertThat(in("out")).containsExactly("payees-a.csv-1", "payees-b.csv-2");
			assertThat(new Report(this.here.folder().resolve("out/payees-a.csv-1")).column("verdict")).hasSize(ROWS)
				.containsOnly("MATCH");
			assertThat(providers.counted("paysway", "submissions")).isEqualTo(ROWS);
			assertThat(providers.counted("banfico", "submissions")).isEqualTo(30);
			assertThat(this.here.server()).as("the embedded server is stopped with it").isEmpty();
		}
	}

	@Tag("long")
	@Test
	void whoeverEndsItInTheMiddleIsToldAndTheNextGoesOn(@TempDir Path providersFolder)
			throws IOException, InterruptedException {
		this.here.file("in/payees-a.csv", Payees.of(0, ROWS));
		try (Providers providers = Providers.start(providersFolder, Duration.ofMillis(50), 1000)) {
			RunningProgram first = this.here.start(providers.settings(10, 10), "serve", "--server.port=0");
			first.until(() -> providers.counted("paysway", "submissions") >= 10);
			first.terminate()
				.end()
				.with(1)
				.saying("Stopping: calls in flight still land", "payees-a.csv: run 1 was stopped",
						"The file stays in " + this.here.folder().toRealPath().resolve("in/taken"));
			RunningProgram second = this.here.start(providers.settings(100, 100), "serve", "--server.port=0")
				.says("payees-a.csv: run 1, 100 rows, all final.")
				.says("Waits until");
			second.interrupt().end().with(0);
			assertThat(providers.counted("paysway", "submissions")).isEqualTo(ROWS);
		}
	}

	@Tag("long")
	@Test
	void ofTwoOnOneDatabaseOneTakesAFile(@TempDir Path serverFolder, @TempDir Path providersFolder) throws Exception {
		try (EmbeddedServer server = EmbeddedServer.open(serverFolder.resolve("postgres"));
				Providers providers = Providers.start(providersFolder, Duration.ofMillis(50), 1000)) {
			this.here.database(server);
			List<String> settings = providers.settings(100, 100);
			RunningProgram one = this.here.start(settings, "serve", "--server.port=0");
			settings.add("--tickmark.home=two");
			RunningProgram two = this.here.start(settings, "serve", "--server.port=0");
			one.says("Waits until");
			two.says("Waits until");
			this.here.file("in/payees-a.csv", Payees.of(0, ROWS));
			two.until(() -> in("in/finished").contains("payees-a.csv"));
			String both = one.terminate().end().with(0).output() + two.terminate().end().with(0).output();
			assertThat(both).containsOnlyOnce("payees-a.csv: run 1 begins")
				.containsOnlyOnce("payees-a.csv: run 1, 100 rows, all final.");
			assertThat(both).doesNotContain("run 2", "went wrong");
			assertThat(providers.counted("paysway", "submissions")).isEqualTo(ROWS);
		}
	}

	@Tag("long")
	@Test
	void withoutAScheduleThePagesAreThereEvenSo() throws IOException {
		Files.delete(this.here.folder().resolve("jobs/suppliers.yaml"));
		RunningProgram program = this.here.start(List.of(), "serve", "--sandbox", "--server.port=0")
			.says("The pages are at http://127.0.0.1:")
			.says("No job definition of the folder jobs has a schedule, so nothing begins by itself.");
		program.terminate().end().with(0);
	}

	private List<String> in(String folder) throws IOException {
		try (Stream<Path> files = Files.list(this.here.folder().resolve(folder))) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList();
		}
	}

}
