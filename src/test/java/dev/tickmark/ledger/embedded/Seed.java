package dev.tickmark.ledger.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One folder with a server's data for all tests, because making it takes seconds, and
 * what to ask of a server. Each test leaves the server stopped and the data in order.
 */
final class Seed {

	private static final Path FOLDER = initialise();

	private Seed() {
	}

	private static Path initialise() {
		try {
			Path home = Files.createTempDirectory("tickmark seed");
			Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(home)));
			Path folder = ServerFolder.prepare(home.resolve("it's $HOME `here`/postgres")).path();
			try (EmbeddedServer server = EmbeddedServer.open(folder)) {
				update(server, "create table kept (word text)");
				update(server, "insert into kept values ('since the seed')");
			}
			return folder;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (DatabaseUnavailable | SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void delete(Path folder) {
		try {
			FileSystemUtils.deleteRecursively(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Path folder() {
		return FOLDER;
	}

	static Connection connect(EmbeddedServer server) throws SQLException {
		return DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
	}

	static String ask(EmbeddedServer server, String query) throws SQLException {
		try (Connection connection = connect(server);
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(query)) {
			assertThat(result.next()).isTrue();
			return result.getString(1);
		}
	}

	static String setting(EmbeddedServer server, String name) throws SQLException {
		return ask(server, "select current_setting('%s')".formatted(name));
	}

	static void update(EmbeddedServer server, String sql) throws SQLException {
		try (Connection connection = connect(server); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	static void assertThatDataAreIntact(EmbeddedServer server) throws SQLException {
		assertThat(ask(server, "select word from kept")).isEqualTo("since the seed");
	}

	static ProcessHandle process() throws IOException {
		Postmaster postmaster = Objects.requireNonNull(Postmaster.read(FOLDER.resolve("data")));
		return ProcessHandle.of(postmaster.pid()).orElseThrow();
	}

	static boolean isRunning() throws IOException {
		Path data = FOLDER.resolve("data");
		Postmaster postmaster = Postmaster.read(data);
		return postmaster != null && postmaster.livesOn(data);
	}

}
