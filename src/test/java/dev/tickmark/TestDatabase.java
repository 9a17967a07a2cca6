package dev.tickmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.testcontainers.postgresql.PostgreSQLContainer;

import dev.tickmark.ledger.embedded.DatabaseUnavailable;
import dev.tickmark.ledger.embedded.EmbeddedServer;

/**
 * A real PostgreSQL for tests: the embedded one, or with
 * {@code -Dtickmark.test.database=testcontainers} one in a container. Every application
 * context gets a database of its own.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	/**
	 * What this process keeps while it tests; others that do so beside it have theirs.
	 */
	public static final Path FOLDER = Path.of("target", System.getProperty("tickmark.test.fork", "fork"));

	private static final AtomicInteger COUNT = new AtomicInteger();

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test-database", create()));
	}

	/** Makes a database and gives the settings that lead to it. */
	public static Map<String, Object> create() {
		String name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
		Server server = Server.ONE;
		try (Connection connection = DriverManager.getConnection(server.url, server.user, server.password);
				Statement statement = connection.createStatement()) {
			statement.execute("create database " + name);
			// each run analyzes what all tests before have left: a tenth of the usual
			// sample
			statement.execute("alter database " + name + " set default_statistics_target = 10");
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		String url = server.url.replaceFirst("(//[^/]+/)[^?]*", "$1" + name);
		return Map.of("spring.datasource.url", url, "spring.datasource.username", server.user,
				"spring.datasource.password", server.password, "spring.datasource.hikari.maximum-pool-size", 12);
	}

	/** The server of this test run, started when first needed and stopped at its end. */
	private enum Server {

		ONE;

		final String url;

		final String user;

		final String password;

		Server() {
			if ("testcontainers".equals(System.getProperty("tickmark.test.database"))) {
				PostgreSQLContainer container = new PostgreSQLContainer(
						System.getProperty("tickmark.test.image", "postgres:15"));
				container.start();
				Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
				this.url = container.getJdbcUrl();
				this.user = container.getUsername();
				this.password = container.getPassword();
			}
			else {
				EmbeddedServer server = embedded();
				this.url = server.jdbcUrl();
				this.user = server.username();
				this.password = server.password();
			}
		}

		private static EmbeddedServer embedded() {
			try {
				EmbeddedServer server = EmbeddedServer.open(FOLDER.resolve("postgres"));
				Runtime.getRuntime().addShutdownHook(new Thread(server::close));
				return server;
			}
			catch (DatabaseUnavailable ex) {
				throw new IllegalStateException(ex.getMessage(), ex);
			}
		}

	}

}
