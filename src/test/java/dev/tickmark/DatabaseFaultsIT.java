package dev.tickmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import dev.tickmark.ledger.embedded.DatabaseUnavailable;
import dev.tickmark.ledger.embedded.EmbeddedServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A database that is restarted, gone, out of connections, full or killed in the middle of
 * a run. The run ends with one sentence, and the same command completes it.
 */
@EnabledOnOs(OS.LINUX)
class DatabaseFaultsIT {

	private static final String IMPATIENTLY = "--spring.datasource.hikari.connection-timeout=1000";

	private static final int ROWS = 40;

	/** A program that lost its database ends within it. */
	private static final Duration BOUND = Duration.ofSeconds(75);

	private static final long MOST_BYTES = 16 << 20;

	@TempDir
	private Path folders;

	private Workplace here;

	private Providers providers;

	private EmbeddedServer server;

	@BeforeEach
	void open() throws IOException, DatabaseUnavailable {
		this.here = new Workplace(Files.createDirectory(this.folders.resolve("here")));
		this.here.file("payees.csv", Payees.of(ROWS, ROWS));
		this.providers = Providers.start(Files.createDirectory(this.folders.resolve("providers")),
				Duration.ofMillis(50), 1000);
		this.server = EmbeddedServer.open(this.folders.resolve("postgres"));
	}

	@AfterEach
	void close() throws IOException {
		this.here.close();
		this.providers.close();
		this.server.close();
	}

	@Test
	@Tag("long")
	void itIsRestartedInTheMiddleOfARun() throws Exception {
		RunningProgram program = started();
		kill(postmaster());
		revive();
		fails(program);
		completes();
	}

	@Test
	@Tag("long")
	void itIsGoneForAsLongAsTheRunWaits() throws Exception {
		RunningProgram program = startedImpatiently();
		kill(postmaster());
		fails(program);
		assertThat(this.here.run(settings(), "verify", "payees.csv", IMPATIENTLY)
			.with(1)
			.saying("The database cannot be used: ", "the same command continues")
			.output()
			.lines()).hasSize(1);
		revive();
		completes();
	}

	@Test
	@Tag("long")
	void itHasNoConnectionLeft() throws Exception {
		RunningProgram program = startedImpatiently();
		List<Connection> hog = new ArrayList<>();
		try {
			hog.add(connection());
			do {
				hog.addAll(connections());
			}
			while (disconnectsTheProgram(hog.getFirst()));
			fails(program);
		}
		finally {
			for (Connection connection : hog) {
				connection.close();
			}
		}
		completes();
	}

	@Test
	@Tag("long")
	void itIsFull() throws Exception {
		this.here.database(this.server);
		this.here.file("older.csv", Payees.of(1, 0));
		try (Providers others = Providers.start(Files.createDirectory(this.folders.resolve("others")), Duration.ZERO,
				1000)) {
			this.here.run(others.settings(10, 10), "verify", "older.csv").with(0);
		}
		fill();
		RunningProgram program = started();
		limitFiles(Long.toString(MOST_BYTES));
		// some may find room in the end, in a page that is nearly full
		fails(program).saying("the database does not take the answers");
		limitFiles("unlimited");
		completes();
		assertThat(setAside()).isZero();
		assertThat(this.providers.counted("banfico", "submissions")).as("no answer was lost").isEqualTo(ROWS);
	}

	@Test
	@Tag("long")
	void theEmbeddedServerIsKilled() throws Exception {
		RunningProgram program = started(settings());
		kill(this.here.server().orElseThrow());
		fails(program);
		completes();
		assertThat(this.here.server()).isEmpty();
	}

	/** Starts a run on the test's own server and waits until it is in the middle. */
	private RunningProgram started() throws IOException {
		this.here.database(this.server);
		return started(settings());
	}

	/** As it would, but each statement waits for a shorter time. */
	private RunningProgram startedImpatiently() throws IOException {
		this.here.database(this.server);
		List<String> settings = settings();
		settings.add(IMPATIENTLY);
		return started(settings);
	}

	private RunningProgram started(List<String> settings) throws IOException {
		RunningProgram program = this.here.start(settings, "verify", "payees.csv");
		await().until(() -> this.providers.counted("banfico", "submissions") >= 5
				&& this.providers.counted("paysway", "submissions") >= 5);
		return program;
	}

	private List<String> settings() {
		return this.providers.settings(5, 5);
	}

	/** Expects that it ends soon, with a sentence, and asserts nothing. */
	private RunningProgram.Ended fails(RunningProgram program) {
		long start = System.nanoTime();
		RunningProgram.Ended ended = program.end().with(1).saying("the same command continues");
		Duration took = Duration.ofNanos(System.nanoTime() - start);
		System.out.printf("after %.1f s: %s%n", took.toMillis() / 1000.0, last(ended));
		assertThat(took).isLessThan(BOUND);
		assertThat(ended.output()).doesNotContain("Exception", "\tat ");
		assertThat(this.here.home().resolve("reports")).satisfiesAnyOf((reports) -> assertThat(reports).doesNotExist(),
				(reports) -> assertThat(reports).isDirectoryNotContaining("glob:**payees.csv-*"));
		return ended;
	}

	/**
	 * The same command: each answer that was received is there, and the rest is asked.
	 */
	private void completes() throws IOException, InterruptedException {
		RunningProgram.Ended ended = this.here.run(this.providers.settings(50, 50), "verify", "payees.csv")
			.with(0)
			.saying("Continuing run ", 2 * ROWS + " rows in", "all final");
		String run = ended.output().replaceFirst("(?s).*Continuing run (\\d+):.*", "$1");
		Report report = this.here.report("payees.csv", Integer.parseInt(run));
		assertThat(report.column("verdict")).hasSize(2 * ROWS).containsOnly("MATCH");
		assertThat(this.providers.counted("paysway", "submissions")).isEqualTo(ROWS);
		assertThat(this.providers.counted("banfico", "distinct")).isEqualTo(ROWS);
		long repeated = this.providers.counted("banfico", "submissions") - ROWS;
		assertThat(repeated).as("what was in doubt, and is told")
			.isBetween(0L, report.lane("banfico").path("repeats").longValue());
	}

	private static String last(RunningProgram.Ended ended) {
		return ended.output().lines().filter((line) -> line.contains("continues")).reduce((_, next) -> next).orElse("");
	}

	private ProcessHandle postmaster() throws IOException {
		return ProcessHandle
			.of(Long
				.parseLong(Files.readAllLines(this.folders.resolve("postgres/data/postmaster.pid")).getFirst().strip()))
			.orElseThrow();
	}

	private static void kill(ProcessHandle process) {
		process.destroyForcibly();
		await().until(() -> !process.isAlive());
	}

	/** Starts the server again, on the port that it had. */
	private void revive() throws DatabaseUnavailable {
		String before = this.server.jdbcUrl();
		EmbeddedServer again = EmbeddedServer.open(this.folders.resolve("postgres"));
		this.server.close();
		this.server = again;
		assertThat(again.jdbcUrl()).isEqualTo(before);
	}

	private Connection connection() throws SQLException {
		Properties properties = new Properties();
		properties.setProperty("user", this.server.username());
		properties.setProperty("password", this.server.password());
		properties.setProperty("ApplicationName", "hog");
		return DriverManager.getConnection(this.server.jdbcUrl(), properties);
	}

	/** Ends the connections of the program's pool; false when it has none. */
	private static boolean disconnectsTheProgram(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet ended = statement.executeQuery("select pg_terminate_backend(pid) from pg_stat_activity"
						+ " where application_name = 'PostgreSQL JDBC Driver'")) {
			return ended.next();
		}
	}

	/** As many as the server has left. */
	private List<Connection> connections() {
		List<Connection> connections = new ArrayList<>();
		try {
			while (true) {
				connections.add(connection());
			}
		}
		catch (SQLException ex) {
			assertThat(ex.getSQLState()).isEqualTo("53300");
			return connections;
		}
	}

	/** Fills the table of calls nearly up to the limit, with calls of an older run. */
	private void fill() throws SQLException {
		try (Connection connection = connection(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			long size = 0;
			// four to a page of 8 kB
			for (int number = 2; size < MOST_BYTES - (24 << 10); number += 8) {
				statement.execute("""
						insert into call (verification_id, number, kind, method, path, sent_at, took_micros, repeated,
							sandbox, maybe_sent, problem)
						select (select min(id) from verification), n, 'STATUS', 'GET', repeat(md5(n::text), 59),
							now() - interval '1 day', 1, false, true, true, 'filler'
						from generate_series(%d, %d) n""".formatted(number, number + 7));
				try (ResultSet found = statement.executeQuery("select pg_relation_size('call')")) {
					found.next();
					size = found.getLong(1);
				}
			}
			connection.commit();
		}
	}

	/** Lets no file of the server's grow beyond this. */
	private void limitFiles(String bytes) throws IOException, InterruptedException {
		List<ProcessHandle> processes = Stream.concat(Stream.of(postmaster()), postmaster().descendants()).toList();
		for (ProcessHandle process : processes) {
			new ProcessBuilder("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + bytes + ":").inheritIO()
				.start()
				.waitFor();
		}
	}

	private long setAside() throws IOException {
		try (Stream<Path> files = Files.walk(this.here.home().resolve("unrecorded"))) {
			return files.filter((file) -> file.toString().endsWith(".json")).count();
		}
	}

}
