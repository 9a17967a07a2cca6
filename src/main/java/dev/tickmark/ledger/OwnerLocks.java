package dev.tickmark.ledger;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes sure that one process at a time works on a run, and one at a time calls through a
 * lane. The locks are the server's own, bound to a connection: they vanish with the
 * process that holds them.
 */
@Component
public class OwnerLocks {

	/**
	 * How long a lock is waited for that ought to be free: a connection that broke, or
	 * whose process was killed, holds its locks until the server has noticed.
	 */
	public static final Duration UNTIL_NOTICED = Duration.ofSeconds(3);

	private static final Duration LOOK = Duration.ofMillis(100);

	private static final String HOLDER = """
			select a.application_name || ', since ' || to_char(a.backend_start at time zone 'UTC', 'HH24:MI:SS') || ' UTC'
			from pg_locks l join pg_stat_activity a on a.pid = l.pid
			where l.locktype = 'advisory' and l.granted and l.database = (
				select oid from pg_database where datname = current_database())
			and ((l.classid::bigint << 32) | l.objid::bigint) = ? and l.objsubid = 1 limit 1""";

	private static final String OWNERS = """
			select (l.classid::bigint << 32) | l.objid::bigint as lock, a.application_name, a.backend_start
			from pg_locks l join pg_stat_activity a on a.pid = l.pid
			where l.locktype = 'advisory' and l.granted and l.objsubid = 1 and l.database = (
				select oid from pg_database where datname = current_database())""";

	private final JdbcConnectionDetails database;

	private final JdbcClient jdbc;

	OwnerLocks(JdbcConnectionDetails database, JdbcClient jdbc) {
		this.database = database;
		this.jdbc = jdbc;
	}

	/** Who holds which lock at this moment, by the locks' {@link #key keys}. */
	Map<Long, Owner> owners() {
		Map<Long, Owner> owners = new HashMap<>();
		this.jdbc.sql(OWNERS).query((results) -> {
			owners.put(results.getLong("lock"),
					new Owner(results.getString("application_name"), Times.read(results, "backend_start")));
		});
		return owners;
	}

	/** Who holds a lock at this moment; nothing when nobody does. */
	public Optional<Owner> owner(String name) {
		return Optional.ofNullable(owners().get(key(name)));
	}

	/** Opens a holder of locks, with a connection of its own. */
	public Holder open() {
		Properties properties = new Properties();
		set(properties, "user", this.database.getUsername());
		set(properties, "password", this.database.getPassword());
		// at most 63 characters reach the server
		properties.setProperty("ApplicationName", ThisProcess.name());
		properties.setProperty("tcpKeepAlive", "true");
		properties.setProperty("socketTimeout", "30");
		try {
			return new Holder(DriverManager.getConnection(this.database.getJdbcUrl(), properties));
		}
		catch (SQLException ex) {
			throw new IllegalStateException("no connection to the database for the locks", ex);
		}
	}

	private static void set(Properties properties, String key, @Nullable String value) {
		if (value != null) {
			properties.setProperty(key, value);
		}
	}

	/** Holds locks until it is closed, or its process or its connection dies. */
	public static final class Holder implements AutoCloseable {

		private final Connection connection;

		Holder(Connection connection) {
			this.connection = connection;
		}

		/** Takes a lock if it is free. */
		public synchronized boolean take(String name) {
			return Boolean.TRUE
				.equals(query("select pg_try_advisory_lock(?)", name, (results) -> results.getBoolean(1)));
		}

		/** Takes a lock as soon as it is free, but waits no longer than that. */
		public boolean take(String name, Duration longest) {
			Instant end = Instant.now().plus(longest);
			try {
				while (!take(name)) {
					if (Instant.now().isAfter(end)) {
						return false;
					}
					Thread.sleep(LOOK);
				}
				return true;
			}
			catch (InterruptedException _) {
				Thread.currentThread().interrupt();
				return false;
			}
		}

		/** Gives a lock back; without its connection it is gone already. */
		public synchronized void giveBack(String name) {
			try (PreparedStatement statement = this.connection.prepareStatement("select pg_advisory_unlock(?)")) {
				statement.setLong(1, key(name));
				statement.execute();
			}
			catch (SQLException _) {
				// the locks are gone with the connection
			}
		}

		/** Who holds a lock, in words; null when nobody does. */
		public synchronized @Nullable String holder(String name) {
			return query(HOLDER, name, (results) -> results.getString(1));
		}

		/** Whether the connection lives, and with it the locks. */
		public synchronized boolean alive() {
			try {
				return this.connection.isValid(5);
			}
			catch (SQLException _) {
				return false;
			}
		}

		@Override
		public synchronized void close() {
			// the server notices the end of a connection a moment later; the next command
			// may be faster
			try (Connection closing = this.connection; Statement statement = closing.createStatement()) {
				statement.execute("select pg_advisory_unlock_all()");
			}
			catch (SQLException _) {
				// the locks are gone either way
			}
		}

		private <T> @Nullable T query(String sql, String name, Reader<T> reader) {
			try (PreparedStatement statement = this.connection.prepareStatement(sql)) {
				statement.setLong(1, key(name));
				try (ResultSet results = statement.executeQuery()) {
					return results.next() ? reader.read(results) : null;
				}
			}
			catch (SQLException ex) {
				throw new IllegalStateException("the database lost the lock on " + name, ex);
			}
		}

	}

	/** The number by which the server knows the lock of this name. */
	static long key(String name) {
		return ByteBuffer.wrap(Hashes.bytes("tickmark/" + name)).getLong();
	}

	@FunctionalInterface
	private interface Reader<T> {

		@Nullable T read(ResultSet results) throws SQLException;

	}

}
