package dev.tickmark.ledger.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

import org.postgresql.ds.PGSimpleDataSource;

/**
 * Our account on the server.
 *
 * @param password its password
 */
record Login(String password) {

	static final String USER = "postgres";

	static final String DATABASE = "tickmark";

	private static final int TIMEOUT_SECONDS = 10;

	private static final Set<String> REFUSED = Set.of("28P01", "28000");

	static String url(int port) {
		return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
	}

	/**
	 * Whether the server on this port is the one with these data and lets us in. If so,
	 * it has our database afterwards.
	 */
	boolean opens(int port, ServerFolder folder) throws DatabaseUnavailable {
		try (Connection connection = connect(port); Statement statement = connection.createStatement()) {
			if (!servesFrom(statement, folder.data())) {
				return false;
			}
			try (ResultSet found = statement
				.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
				if (found.next()) {
					return true;
				}
			}
			statement.execute("create database " + DATABASE);
			return true;
		}
		catch (SQLException ex) {
			if (REFUSED.contains(String.valueOf(ex.getSQLState()))) {
				throw new DatabaseUnavailable(
						"The embedded database in %s does not accept the password in %s: put the file back that belongs to these data"
							.formatted(folder.path(), folder.password()),
						ex);
			}
			return false;
		}
	}

	private Connection connect(int port) throws SQLException {
		PGSimpleDataSource server = new PGSimpleDataSource();
		server.setServerNames(new String[] { "127.0.0.1" });
		server.setPortNumbers(new int[] { port });
		server.setDatabaseName("postgres");
		server.setConnectTimeout(TIMEOUT_SECONDS);
		server.setSocketTimeout(TIMEOUT_SECONDS);
		return server.getConnection(USER, this.password);
	}

	private static boolean servesFrom(Statement statement, Path data) throws SQLException {
		try (ResultSet setting = statement.executeQuery("select current_setting('data_directory')")) {
			setting.next();
			return Files.isSameFile(Path.of(setting.getString(1)), data);
		}
		catch (IOException _) {
			return false;
		}
	}

}
