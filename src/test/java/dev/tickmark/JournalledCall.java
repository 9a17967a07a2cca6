package dev.tickmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.tickmark.ledger.embedded.DatabaseUnavailable;
import dev.tickmark.ledger.embedded.EmbeddedServer;
import dev.tickmark.sandbox.RecordedSubmission;

/**
 * A call as the ledger has it.
 *
 * @param firstRow the number of the first row that asks its question, from 1
 * @param status the HTTP status; 0 when there was no answer
 */
record JournalledCall(String provider, long verification, int firstRow, String kind, Instant sentAt, Instant answeredAt,
		boolean repeated, int status, @Nullable String body) {

	private static final String SELECT = """
			select v.provider, v.id, v.first_row, c.kind, c.sent_at, c.took_micros, c.repeated, coalesce(c.status, 0) as status,
				c.body from call c join verification v on v.id = c.verification_id order by c.sent_at""";

	/** All calls of a workplace's embedded ledger. */
	static List<JournalledCall> all(Path home) throws DatabaseUnavailable, SQLException {
		List<JournalledCall> calls = new ArrayList<>();
		try (EmbeddedServer server = EmbeddedServer.open(home.resolve("postgres"));
				Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.username(),
						server.password());
				Statement statement = connection.createStatement();
				ResultSet results = statement.executeQuery(SELECT)) {
			while (results.next()) {
				Instant sentAt = results.getTimestamp("sent_at").toInstant();
				calls.add(new JournalledCall(results.getString("provider"), results.getLong("id"),
						results.getInt("first_row"), results.getString("kind"), sentAt,
						sentAt.plus(Duration.ofNanos(results.getLong("took_micros") * 1000)),
						results.getBoolean("repeated"), results.getInt("status"), results.getString("body")));
			}
		}
		return calls;
	}

	/** Whether it is the answer to a question that the provider took. */
	boolean isTaken() {
		return this.kind.equals("SUBMIT") && this.status >= 200 && this.status < 300;
	}

	/** The hashes of all values in its answer, of which one may be an id. */
	Set<Long> named() {
		try {
			return values(JsonMapper.shared().readTree(this.body != null ? this.body : "{}"))
				.map(RecordedSubmission::hash)
				.collect(Collectors.toSet());
		}
		catch (JacksonException _) {
			return Set.of();
		}
	}

	private static Stream<String> values(JsonNode node) {
		return node.isValueNode() ? Stream.of(node.asString()) : node.valueStream().flatMap(JournalledCall::values);
	}

}
