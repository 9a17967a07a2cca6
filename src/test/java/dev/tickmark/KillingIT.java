package dev.tickmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills everything, at any moment. The short form belongs to every build; the long one,
 * {@code mvn verify -Pkill}, makes more kills, by a seed of its own.
 */
@EnabledOnOs(OS.LINUX)
class KillingIT {

	private static final int SHORT = 5;

	private static final int KILLS = Integer.getInteger("tickmark.kills", SHORT);

	/** What the short form does, every time. */
	private static final int SEED = 131;

	/** A run mostly waits: two at once make better use of two cores. */
	private static final int AT_ONCE = (KILLS > SHORT) ? 2 : 1;

	private static final int EACH_STEP = (KILLS > SHORT) ? 3 : 1;

	private static final Duration SOON = Duration.ofSeconds(30);

	private final Path target = Path.of(System.getProperty("tickmark.jar", "target/none")).toAbsolutePath().getParent();

	private final Path folder = this.target.resolve("killing");

	@BeforeEach
	void clear() throws IOException {
		FileSystemUtils.deleteRecursively(this.folder);
		Files.createDirectories(this.folder.resolve("undisturbed"));
	}

	@Test
	void whateverIsKilledWheneverNothingIsLostAndNothingPaidTwice() throws Exception {
		long seed = Long.getLong("tickmark.kill.seed", (KILLS > SHORT) ? new Random().nextInt(1_000_000) : SEED);
		System.out.printf("killing test: -Dtickmark.kills=%d -Dtickmark.kill.seed=%d%n", KILLS, seed);
		Payees payees = KillingFile.make();
		Expectation expectation = Expectation.of(payees, this.folder.resolve("undisturbed"));
		KillingTable table = new KillingTable(seed, expectation, this.target.resolve("killing.txt"));
		try {
			kill(payees, expectation, table, seed);
		}
		finally {
			table.close();
		}
		assertThat(table.failures()).isEmpty();
		assertThat(table.kills()).isGreaterThanOrEqualTo(KILLS);
		for (RunStep step : RunStep.values()) {
			assertThat(table.kills(step)).as("kills at " + step).isPositive();
		}
		assertThat(table.longestRestart()).isLessThanOrEqualTo(SOON);
	}

	private void kill(Payees payees, Expectation expectation, KillingTable table, long seed)
			throws InterruptedException, ExecutionException {
		try (ExecutorService bench = Executors.newFixedThreadPool(AT_ONCE)) {
			List<Future<Object>> series = new ArrayList<>();
			for (int number = 0; number < AT_ONCE; number++) {
				Random random = new Random(seed + number);
				KillingSeries one = new KillingSeries(this.folder.resolve("series-" + number), payees, expectation,
						EACH_STEP, table);
				series.add(bench.submit(() -> {
					one.kill(Math.ceilDiv(KILLS, AT_ONCE), random);
					return one;
				}));
			}
			for (Future<Object> one : series) {
				one.get();
			}
		}
	}

}
