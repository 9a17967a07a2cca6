package dev.tickmark.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * How rows passed through the program without a call.
 *
 * @param heap what the heap came to
 * @param copy the same data by {@code COPY}; null when there is no psql, or none was
 * asked for
 */
record Passing(int rows, Steps steps, GcLog heap, @Nullable Psql copy) {

	/** Over before intake is: the rows are stored, and nobody is asked. */
	private static final String DEADLINE = "1ms";

	private static final int ROWS_OPEN = 3;

	/** Nobody is there; nobody is asked. */
	private static final List<String> SETTINGS = Stream.of("banfico", "paysway")
		.map((provider) -> "--tickmark.providers." + provider + ".")
		.flatMap((prefix) -> Stream.of(prefix + "base-url=http://127.0.0.1:9",
				prefix + "token-url=http://127.0.0.1:9/token", prefix + "client-id=nobody",
				prefix + "client-secret=nothing"))
		.toList();

	/** Runs it, on a bench of its own. */
	static Passing of(String name, int rows, boolean withCopy) throws Exception {
		try (Bench bench = Bench.open(name)) {
			Path file = bench.file("payees.csv");
			PayeeRows.write(file, Map.of("banfico", rows - rows / 2, "paysway", rows / 2));
			bench.server();
			Path log = bench.file("gc.log");
			bench
				.tickmark(List.of("-Xmx512m", GcLog.option(log)), SETTINGS, "verify", file.toString(),
						"--deadline=" + DEADLINE)
				.end(ROWS_OPEN, Asking.patience(rows));
			Sound.report(bench.report("payees.csv", 1), rows, rows);
			Optional<Psql> copy = withCopy ? Psql.copy(bench, file, rows) : Optional.empty();
			try (Ledger ledger = Ledger.of(bench.server())) {
				Sound.count("calls", ledger.number("select count(*) from call"), 0);
				Passing passing = new Passing(rows, Steps.of(ledger), GcLog.read(log), copy.orElse(null));
				bench.done();
				return passing;
			}
		}
	}

	double rowsPerSecond(Duration step) {
		return this.rows / Figure.seconds(step);
	}

}
