package dev.tickmark.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

import dev.tickmark.ledger.embedded.EmbeddedServer;

import static org.assertj.core.api.Assertions.assertThat;

/** A look into a database of the server that is measured. */
final class Ledger implements AutoCloseable {

	private static final String PROGRAM = "tickmark";

	private final Connection connection;

	private final String url;

	private Ledger(Connection connection, String url) {
		this.connection = connection;
		this.url = url;
	}

	/** The program's own. */
	static Ledger of(EmbeddedServer server) throws SQLException {
		return open(server, server.jdbcUrl());
	}

	/** Another one on the same server, made when it is not there. */
	static Ledger beside(EmbeddedServer server, String name) throws SQLException {
		try (Ledger program = of(server)) {
			if (program.number("select count(*) from pg_database where datname = '" + name + "'") == 0) {
				program.execute("create database " + name);
			}
		}
		return open(server, server.jdbcUrl().replaceFirst("/" + PROGRAM + "$", "/" + name));
	}

	private static Ledger open(EmbeddedServer server, String url) throws SQLException {
		return new Ledger(DriverManager.getConnection(url, server.username(), server.password()), url);
	}

	String url() {
		return this.url;
	}

	void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

	/** Runs a script of the classpath. */
	void script(String name) {
		ScriptUtils.executeSqlScript(this.connection, new ClassPathResource(name));
	}

	/** What makes an answer safe; all of it has to be on. */
	Map<String, String> durability() throws SQLException {
		Map<String, String> settings = new TreeMap<>();
		for (String name : new String[] { "fsync", "synchronous_commit", "full_page_writes" }) {
			try (Statement statement = this.connection.createStatement();
					ResultSet results = statement.executeQuery("show " + name)) {
				results.next();
				settings.put(name, results.getString(1));
			}
		}
		assertThat(settings.values()).as(settings.toString()).containsOnly("on");
		return settings;
	}

	/** How long a step of the latest job took. */
	Duration step(String name) throws SQLException {
		return span("select min(start_time), max(end_time) from batch_step_execution where step_name = '" + name
				+ "' and job_execution_id = (select max(job_execution_id) from batch_job_execution)");
	}

	/** How long the latest job took, from its first step to the last. */
	Duration job() throws SQLException {
		return span("select min(start_time), max(end_time) from batch_step_execution"
				+ " where job_execution_id = (select max(job_execution_id) from batch_job_execution)");
	}

	private Duration span(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement();
				ResultSet results = statement
					.executeQuery("select extract(epoch from e - s) * 1000000 from (" + sql + ") as spans (s, e)")) {
			results.next();
			return Duration.ofNanos(results.getLong(1) * 1000);
		}
	}

	/** When the calls of a lane were sent, in microseconds of the epoch, ascending. */
	long[] sent(String provider) throws SQLException {
		try (PreparedStatement statement = this.connection.prepareStatement("""
				select (extract(epoch from c.sent_at) * 1000000)::bigint
				from call c join verification v on v.id = c.verification_id where v.provider = ? order by 1""")) {
			statement.setString(1, provider);
			LongStream.Builder sent = LongStream.builder();
			try (ResultSet results = statement.executeQuery()) {
				while (results.next()) {
					sent.add(results.getLong(1));
				}
			}
			return sent.build().toArray();
		}
	}

	/** How long a call of a lane took on the average. */
	Duration roundTrip(String provider) throws SQLException {
		return Duration.ofNanos(1000 * number("""
				select coalesce(avg(c.took_micros), 0)::bigint
				from call c join verification v on v.id = c.verification_id where v.provider = '%s'"""
			.formatted(provider)));
	}

	/** When the latest run sent its first call. */
	Instant firstCall() throws SQLException {
		long micros = number("""
				select (extract(epoch from min(c.sent_at)) * 1000000)::bigint
				from call c join verification v on v.id = c.verification_id
				where v.run_id = (select max(id) from run)""");
		return Instant.EPOCH.plusNanos(micros * 1000);
	}

	long number(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement(); ResultSet results = statement.executeQuery(sql)) {
			results.next();
			return results.getLong(1);
		}
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

}
