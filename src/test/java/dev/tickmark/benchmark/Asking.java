package dev.tickmark.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How the program asked a provider without limits.
 *
 * @param rows how many rows it had, each a question of its own
 */
record Asking(int rows, Steps steps, ProcessorTime processorTime) {

	static final String LANE = "banfico";

	/** As many as the sandbox knows how to count. */
	static final int UNLIMITED = 1_000_000;

	private static final List<String> OPTIONS = List.of("-Xmx512m");

	private static final List<String> LIMITS = List.of("--tickmark.providers." + LANE + ".limits[0].calls=" + UNLIMITED,
			"--tickmark.providers." + LANE + ".limits[0].per=1s");

	/** Runs it. */
	static Asking of(Bench bench, SimulatedProviders providers, int rows) throws Exception {
		Path file = bench.file("payees.csv");
		PayeeRows.write(file, Map.of(LANE, rows));
		List<String> settings = Stream.concat(providers.settings().stream(), LIMITS.stream()).toList();
		bench.server();
		ProcessorTime.Watch watch = ProcessorTime.watch(bench, providers);
		Program.Ended ended = bench.tickmark(OPTIONS, settings, "verify", file.toString()).end(0, patience(rows));
		ProcessorTime processorTime = watch.after(ended);
		Sound.report(bench.report("payees.csv", 1), rows, 0);
		try (Ledger ledger = Ledger.of(bench.server())) {
			Sound.count("answers in the journal", ledger.number("select count(*) from call where status = 200"), rows);
			return new Asking(rows, Steps.of(ledger), processorTime);
		}
	}

	static Duration patience(int rows) {
		return Duration.ofMinutes(2).plusMillis(5L * rows);
	}

	double rowsPerSecond() {
		return this.rows / Figure.seconds(this.steps.verify());
	}

}
