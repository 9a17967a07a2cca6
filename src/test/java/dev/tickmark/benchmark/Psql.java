package dev.tickmark.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import dev.tickmark.ledger.embedded.EmbeddedServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code COPY} of a payee file by {@code psql}: into a table of text without an index, on
 * the same server, and out of it again. Nothing that keeps rows in a database is faster.
 *
 * @param in how long it took into the table
 * @param out how long it took out of it
 */
record Psql(Duration in, Duration out) {

	private static final long PATIENCE_MINUTES = 10;

	/** Copies a file; empty when there is no psql on the path. */
	static Optional<Psql> copy(Bench bench, Path file, long rows) throws Exception {
		if (!isThere()) {
			return Optional.empty();
		}
		EmbeddedServer server = bench.server();
		try (Ledger ledger = Ledger.beside(server, "copied")) {
			String columns = Arrays.stream(header(file).split(","))
				.map((column) -> column + " text")
				.collect(Collectors.joining(", "));
			ledger.execute("create table payee (" + columns + ")");
			ledger.execute("checkpoint");
			Duration in = run(bench, ledger, "\\copy payee from '" + file + "' csv header");
			Sound.count("rows copied in", count(ledger), rows);
			Path copy = bench.file("copy.csv");
			Duration out = run(bench, ledger, "\\copy payee to '" + copy + "' csv header");
			Sound.count("lines copied out", Sound.lines(copy), rows + 1);
			return Optional.of(new Psql(in, out));
		}
	}

	private static long count(Ledger ledger) throws SQLException {
		return ledger.number("select count(*) from payee");
	}

	private static String header(Path file) throws IOException {
		try (var lines = Files.lines(file)) {
			return lines.findFirst().orElseThrow();
		}
	}

	private static boolean isThere() throws InterruptedException {
		try {
			return new ProcessBuilder("psql", "--version").redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException _) {
			return false;
		}
	}

	private static Duration run(Bench bench, Ledger ledger, String command) throws Exception {
		URI address = URI.create(ledger.url().substring("jdbc:".length()));
		Path output = bench.file("psql.txt");
		ProcessBuilder builder = new ProcessBuilder(List.of("psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1",
				"--host=" + address.getHost(), "--port=" + address.getPort(), "--username=" + bench.server().username(),
				"--dbname=" + address.getPath().substring(1), "--command=" + command))
			.redirectErrorStream(true)
			.redirectOutput(output.toFile());
		builder.environment().put("PGPASSWORD", bench.server().password());
		long start = System.nanoTime();
		Process process = builder.start();
		if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
			process.destroyForcibly();
			throw new AssertionError("psql does not end");
		}
		Duration took = Duration.ofNanos(System.nanoTime() - start);
		assertThat(process.exitValue()).as(Files.readString(output)).isZero();
		return took;
	}

}
