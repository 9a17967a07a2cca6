package dev.tickmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A run whose process is killed, against a sandbox that lives on in a process of its own.
 */
class KilledIT {

	private static final int ROWS = 2000;

	@AutoClose
	private final Workplace here;

	KilledIT(@TempDir Path folder) {
		this.here = new Workplace(folder).packaged();
	}

	@Tag("long")
	@Test
	void theSameCommandContinuesAndAsksNothingTwiceThatWasAnswered() throws IOException, InterruptedException {
		this.here.file("payees.csv", Payees.of(ROWS / 2, ROWS / 2));
		Providers providers = Providers.of(this.here.start("sandbox", "--tickmark.sandbox.providers.banfico.port=0",
				"--tickmark.sandbox.providers.paysway.port=0", "--tickmark.sandbox.providers.smartglocal.port=0",
				"--tickmark.sandbox.providers.bank131.port=0", "--tickmark.sandbox.providers.paysafe.port=0",
				"--tickmark.sandbox.defaults.pending-share=0.1", "--tickmark.sandbox.defaults.limit.calls=10000",
				"--tickmark.home=providers")
			.says("Ctrl-C ends it."));
		List<String> settings = providers.settings(150, 150);

		RunningProgram first = this.here.start(settings, "verify", "payees.csv");
		await().until(() -> providers.counted("banfico", "submissions") >= 400
				&& providers.counted("paysway", "submissions") >= 400);
		first.kill();
		assertThat(this.here.server()).as("the server outlives the process that started it").isPresent();
		assertThat(providers.counted("banfico", "submissions")).as("it was killed in the middle").isLessThan(ROWS / 2);

		this.here.run(settings, "verify", "payees.csv")
			.with(0)
			.saying("Continuing run 1: payees.csv, 2000 rows", "2000 rows in", "all final");
		Report report = this.here.report("payees.csv", 1);
		assertThat(report.column("reference"))
			.containsExactlyElementsOf(IntStream.rangeClosed(1, ROWS).mapToObj((i) -> "R" + i).toList());
		assertThat(report.column("verdict")).containsOnly("MATCH");

		JsonNode paysway = providers.record("paysway");
		assertThat(paysway.path("repeated").size()).isZero();
		assertThat(paysway.path("submissions").intValue()).isEqualTo(ROWS / 2);
		JsonNode banfico = providers.record("banfico");
		int repeated = banfico.path("submissions").intValue() - ROWS / 2;
		assertThat(banfico.path("distinct").intValue()).isEqualTo(ROWS / 2);
		assertThat(repeated).as("what was in flight when it was killed").isBetween(0, 50);
		int told = report.lane("banfico").path("repeats").intValue();
		System.out.printf("asked twice after kill -9: %d of %d; the report tells of %d%n", repeated, ROWS, told);
		assertThat(told).as("a call that was in flight may not have reached the provider")
			.isGreaterThanOrEqualTo(repeated);
		assertThat(told).isLessThanOrEqualTo(50);
		assertThat(banfico.path("violations").intValue() + paysway.path("violations").intValue()).isZero();
		assertThat(this.here.server()).isEmpty();
	}

	/**
	 * Bank 131 knows a check again by INN and contract, whosever passport is asked about.
	 */
	@Tag("long")
	@Test
	void anAnswerThatDiedWithTheProcessIsNotTakenForThatToOtherData(@TempDir Path providersFolder) throws Exception {
		this.here.file("payees.csv", Payees.everybody().bank131("7108", "AG-1").bank131("0001", "AG-1"));
		Map<String, Map<String, String>> keys = Map.of("bank131", Map.of("latency", "3s"));
		try (Providers providers = Providers.start(providersFolder, keys)) {
			List<String> slowly = new ArrayList<>(providers.settings());
			slowly.removeIf((setting) -> setting.contains("bank131.limits"));
			slowly.addAll(List.of("--tickmark.providers.bank131.limits[0].calls=1",
					"--tickmark.providers.bank131.limits[0].per=20s"));
			RunningProgram first = this.here.start(slowly, "verify", "payees.csv");
			await().until(() -> providers.counted("bank131", "submissions") == 1);
			first.kill();

			this.here.run(providers.settings(), "verify", "payees.csv").with(0);
			assertThat(providers.counted("bank131", "submissions")).isEqualTo(1);
			List<String> verdicts = this.here.report("payees.csv", 1).column("verdict");
			assertThat(verdicts.get(0)).isIn("NO_MATCH", "UNABLE_TO_CHECK");
			assertThat(verdicts.get(1)).isIn("MATCH", "UNABLE_TO_CHECK");
		}
	}

}
