package dev.tickmark;

import java.io.IOException;
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

/** A run that is told to stop. */
@EnabledOnOs(OS.LINUX)
class StoppedIT {

	/** The most that an end may take; calls take 200 ms here. */
	private static final Duration SOON = Duration.ofSeconds(10);

	private static final int ROWS = 200;

	@AutoClose
	private final Workplace here;

	StoppedIT(@TempDir Path folder) {
		this.here = new Workplace(folder).packaged();
	}

	@Test
	void itMayBeToldSoWhileItIsStillStarting() throws IOException, InterruptedException {
		this.here.file("payees.csv", Payees.of(ROWS, 0));
		RunningProgram program = this.here.start("verify", "payees.csv", "--sandbox");
		program.until(this.here::hasDatabase);
		end(program.interrupt());
	}

	@Tag("long")
	@Test
	void itEndsSoonSaysSoAndTheSameCommandContinues(@TempDir Path providersFolder)
			throws IOException, InterruptedException {
		this.here.file("payees.csv", Payees.of(ROWS, 0));
		try (Providers providers = Providers.start(providersFolder, Duration.ofMillis(200), 1000)) {
			RunningProgram first = startAndAwait(providers, 10, false);
			end(first.terminate());
			this.here.run("runs").with(0).saying("STOPPED", "200 rows", "payees.csv", "stopped by Ctrl-C or SIGTERM");

			long before = providers.counted("banfico", "submissions");
			RunningProgram second = startAndAwait(providers, before + 10, true);
			end(second.typeCtrlC());
			assertThat(second.output()).contains("Continuing run 1", "█");

			this.here.run(providers.settings(100, 100), "verify", "payees.csv")
				.with(0)
				.saying("200 rows in", "all final");
			assertThat(providers.counted("banfico", "submissions")).as("nothing was asked twice").isEqualTo(ROWS);
			assertThat(this.here.report("payees.csv", 1).column("verdict")).hasSize(ROWS).containsOnly("MATCH");
		}
	}

	private RunningProgram startAndAwait(Providers providers, long submissions, boolean terminal) throws IOException {
		List<String> settings = providers.settings(10, 10);
		RunningProgram program = terminal ? this.here.startOnTerminal(settings, "verify", "payees.csv")
				: this.here.start(settings, "verify", "payees.csv");
		program.until(() -> providers.counted("banfico", "submissions") >= submissions);
		return program;
	}

	private void end(RunningProgram told) throws IOException {
		long start = System.nanoTime();
		told.end().with(1).saying("Stopping", "Run 1 was stopped", "Nothing is lost: the same command continues it.");
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
		assertThat(this.here.server()).as("the embedded server is stopped with it").isEmpty();
	}

}
