package dev.tickmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Several processes at the same moment, with one ledger. */
class TogetherIT {

	private Workplace here;

	@BeforeEach
	void open(@TempDir Path folder) {
		this.here = new Workplace(folder);
	}

	@AfterEach
	void close() throws IOException {
		this.here.close();
	}

	@Test
	void oneFileIsWorkedOnByOneProcess(@TempDir Path providersFolder) throws IOException {
		this.here.file("payees.csv", Payees.of(200, 0));
		try (Providers providers = Providers.start(providersFolder, Duration.ZERO, 1000)) {
			List<String> settings = providers.settings(2, 2);
			RunningProgram one = this.here.start(settings, "verify", "payees.csv");
			RunningProgram other = this.here.start(settings, "verify", "payees.csv");
			await().atMost(Duration.ofSeconds(60)).until(() -> !one.isAlive() || !other.isAlive());
			RunningProgram worker = one.isAlive() ? one : other;
			RunningProgram.Ended refused = (one.isAlive() ? other : one).end();
			refused.with(1).saying("This file is being verified by tickmark process " + worker.pid() + " on ");
			assertThat(refused.output().lines()).hasSize(1);
			await().atMost(Duration.ofSeconds(60)).until(() -> providers.counted("banfico", "submissions") > 0);
			worker.terminate().end().with(1).saying("Run 1: payees.csv, 200 rows", "Run 1 was stopped");
		}
	}

	@Test
	void twoFilesShareALaneOneAfterTheOther(@TempDir Path providersFolder) throws IOException, InterruptedException {
		this.here.file("one.csv", Payees.of(40, 0));
		this.here.file("two.csv", Payees.of(41, 0));
		// two at once would send 20 calls a second
		try (Providers providers = Providers.start(providersFolder, Duration.ZERO, 15)) {
			List<String> settings = providers.settings(10, 10);
			RunningProgram one = this.here.start(settings, "verify", "one.csv");
			RunningProgram two = this.here.start(settings, "verify", "two.csv");
			String said = one.end().with(0).output() + two.end().with(0).output();
			assertThat(said)
				.containsPattern("Lane banfico is used by tickmark process (%d|%d) on .*\\. Waiting for it\\."
					.formatted(one.pid(), two.pid()));
			assertThat(providers.counted("banfico", "submissions")).isEqualTo(81);
			assertThat(providers.counted("banfico", "violations")).isZero();
			assertThat(this.here.server()).as("the last one stops the database").isEmpty();
		}
	}

}
