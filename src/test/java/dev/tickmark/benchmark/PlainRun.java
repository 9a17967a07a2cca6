package dev.tickmark.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.tickmark.ledger.embedded.EmbeddedServer;

/**
 * How a {@link PlainStep} did.
 *
 * @param rows how many rows it had
 * @param step how long the step took
 */
record PlainRun(int rows, Duration step, ProcessorTime processorTime) {

	private static final List<String> OPTIONS = List.of("-Xmx512m");

	/**
	 * Runs it, in a database of its own on the program's server.
	 * @param client the HTTP client
	 */
	static PlainRun of(Bench bench, SimulatedProviders providers, String database, int rows, String client)
			throws Exception {
		Path file = bench.file(database + ".csv");
		PayeeRows.write(file, Map.of(Asking.LANE, rows));
		EmbeddedServer server = bench.server();
		try (Ledger ledger = Ledger.beside(server, database)) {
			ledger.script("org/springframework/batch/core/schema-postgresql.sql");
			ledger.execute("create table answered (reference text primary key, id text, status text, name_check text)");
			ledger.execute("checkpoint");
			ProcessorTime.Watch watch = ProcessorTime.watch(bench, providers);
			Program.Ended ended = bench
				.main(PlainStep.class, OPTIONS, file.toString(), providers.property(Asking.LANE, "base-url"),
						providers.property(Asking.LANE, "token-url"), providers.property(Asking.LANE, "client-id"),
						providers.property(Asking.LANE, "client-secret"), ledger.url(), server.username(),
						server.password(), client)
				.end(0, Asking.patience(rows));
			ProcessorTime processorTime = watch.after(ended);
			Sound.count("answers that the plain step wrote",
					ledger.number("select count(*) from answered where status = 'ACTIVE'"), rows);
			return new PlainRun(rows, ledger.step(PlainStep.NAME), processorTime);
		}
	}

	double rowsPerSecond() {
		return this.rows / Figure.seconds(this.step);
	}

}
