package dev.tickmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What an operator is told of a run in the course of a bad night. */
@EnabledOnOs(OS.LINUX)
class RunsIT {

	private static final int ROWS = 120;

	@AutoClose
	private final Workplace here;

	RunsIT(@TempDir Path folder) {
		this.here = new Workplace(folder);
	}

	@Tag("long")
	@Test
	void aRunIsFollowedFromWorkOverAKillAndAStopToItsEnd(@TempDir Path providersFolder) throws Exception {
		this.here.file("it's paid.csv", Payees.of(ROWS, 0));
		this.here.run("runs").with(0).saying("There is no run yet.");
		try (Providers providers = Providers.start(providersFolder, Duration.ofMillis(50), 1000)) {
			RunningProgram first = startAndAwait(providers, 4);
			String alive = this.here.run("runs").with(0).output();
			assertThat(alive).contains("1  RUNNING", ROWS + " rows", "it's paid.csv",
					"At work on it: tickmark process " + first.pid() + " on ", ", since ");
			assertThat(alive).doesNotContain("continue:");
			this.here.run("runs", "--check")
				.with(0)
				.saying("1  RUNNING    adds up so far", "Not finished: tickmark process " + first.pid(),
						"1 run checked, it adds up.");
			this.here.run("explain", "1", "2").with(0).saying("Line 2 of ", "Routed to banfico");
			assertThat(first.isAlive()).isTrue();

			first.kill();
			String cutOff = this.here.run("runs").with(0).output();
			assertThat(cutOff).contains("1  CUT OFF", ROWS + " rows", "it was killed, or its machine went down",
					"answers that came are kept", "continue: tickmark verify '");
			assertThat(rows(cutOff, "final") + rows(cutOff, "open")).isEqualTo(ROWS);

			RunningProgram second = startAndAwait(providers, providers.counted("banfico", "submissions") + 5);
			second.terminate().end().with(1);
			String stopped = this.here.run("runs").with(0).output();
			assertThat(stopped).contains("1  STOPPED", "Why: stopped by Ctrl-C or SIGTERM.");

			this.here.run(providers.settings(100, 100), typed(stopped)).with(0).saying("Continuing run 1", "all final");
			String complete = this.here.run("runs").with(0).output();
			assertThat(complete).contains("1  COMPLETE", ROWS + " final", "0 open",
					"report:   " + this.here.home().resolve("reports/it's paid.csv-1"));
			assertThat(complete).doesNotContain("continue:");
		}
	}

	@Tag("long")
	@Test
	void theCommandThatContinuesIsAsItWasGiven() throws IOException {
		this.here.file("payees.csv", new Payees().paysway("7122"));
		this.here.run("verify", "payees.csv", "--sandbox", "--reports", "out", "--deadline", "2s").with(3);
		String open = this.here.run("runs").with(0).output();
		assertThat(open).contains("1  OPEN", "1 rows", "(sandbox)", "Still open: 1 PENDING.", "--sandbox --reports ");
		String[] command = typed(open);
		assertThat(command).startsWith("verify").contains("--sandbox", this.here.folder().resolve("out").toString());
		this.here.run(List.of("--deadline", "2s"), command).with(3).saying("Continuing run 1");
		assertThat(this.here.run("runs", "--tickmark.home=.tickmark").with(0).output())
			.contains(" --tickmark.home=.tickmark");
	}

	private RunningProgram startAndAwait(Providers providers, long submissions) throws IOException {
		RunningProgram program = this.here.start(providers.settings(2, 2), "verify", "it's paid.csv");
		program.until(() -> providers.counted("banfico", "submissions") >= submissions);
		return program;
	}

	private static int rows(String output, String which) {
		return Integer.parseInt(output.lines().findFirst().orElseThrow().replaceAll(".* (\\d+) " + which + ".*", "$1"));
	}

	/** The words of the command that was printed, as the shell reads them. */
	private static String[] typed(String output) throws IOException {
		String command = output.lines()
			.filter((line) -> line.contains("continue: "))
			.findFirst()
			.orElseThrow()
			.replaceFirst(".*continue: tickmark ", "");
		Process shell = new ProcessBuilder("sh", "-c", "printf '%s\\n' " + command).start();
		return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip().split("\n");
	}

}
