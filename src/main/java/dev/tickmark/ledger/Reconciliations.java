package dev.tickmark.ledger;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import dev.tickmark.payee.ProviderName;

/** The reconciliations, and how each of them stands. */
@Repository
public class Reconciliations {

	private static final Duration STALE = Duration.ofDays(1);

	private final JdbcClient jdbc;

	private final Clock clock;

	Reconciliations(JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.clock = Clock.systemUTC();
	}

	public Optional<Reconciliation> find(long id) {
		return this.jdbc.sql("select * from reconciliation where id = ?")
			.param(id)
			.query(Reconciliations::read)
			.optional();
	}

	/**
	 * The latest comparison of the same with the same, if it did not come to its end and
	 * was begun within a day: what was compared longer ago says nothing of today.
	 */
	public Optional<Reconciliation> unfinished(Subject subject) {
		return this.jdbc.sql("select * from reconciliation where subject = ? order by id desc limit 1")
			.param(subject.line())
			.query(Reconciliations::read)
			.optional()
			.filter((latest) -> latest.state() != RunState.COMPLETE)
			.filter((latest) -> latest.createdAt().isAfter(Instant.now(this.clock).minus(STALE)));
	}

	/**
	 * A new one, in state STARTED.
	 * @param reportsParent the folder in which it gets a folder of its own
	 */
	@Transactional
	public Reconciliation create(Subject subject, Path reportsParent) {
		ComparedFile file = subject.file();
		Period period = subject.period();
		long id = this.jdbc
			.sql("""
					insert into reconciliation (kind, subject, sandbox, run_id, since, provider, period_from, period_to,
						file_name, file_path, sha256, file_size, definition, state, reports, pass, term, created_at, changed_at)
					values (:kind, :subject, :sandbox, :run, :since, :provider, :from, :to,
						:name, :path, :sha256, :size, :definition, 'STARTED', '', 1, 1, :now, :now) returning id""")
			.param("kind", subject.kind().name())
			.param("subject", subject.line())
			.param("sandbox", subject.sandbox())
			.param("run", subject.run(), Types.BIGINT)
			.param("since", Times.atOrNull(subject.since()), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("provider", (subject.provider() != null) ? subject.provider().value() : null, Types.VARCHAR)
			.param("from", (period != null) ? Times.at(period.from()) : null, Types.TIMESTAMP_WITH_TIMEZONE)
			.param("to", (period != null) ? Times.at(period.to()) : null, Types.TIMESTAMP_WITH_TIMEZONE)
			.param("name", (file != null) ? file.name() : null, Types.VARCHAR)
			.param("path", (file != null) ? file.path().toString() : null, Types.VARCHAR)
			.param("sha256", (file != null) ? file.sha256() : null, Types.CHAR)
			.param("size", (file != null) ? file.size() : null, Types.BIGINT)
			.param("definition", subject.definition(), Types.VARCHAR)
			.param("now", now())
			.query(Long.class)
			.single();
		this.jdbc.sql("update reconciliation set reports = ? where id = ?")
			.params(reports(reportsParent, id), id)
			.update();
		return find(id).orElseThrow();
	}

	/**
	 * Takes up one that was stopped, failed or cut off.
	 * @param anew whether its job cannot be restarted, so that another one is begun
	 * @param reportsParent the folder in which it gets a folder of its own from now on
	 */
	@Transactional
	public Reconciliation takeUp(long id, boolean anew, Path reportsParent) {
		this.jdbc.sql("""
				update reconciliation set state = 'STARTED', message = null, pass = pass + ?, term = term + 1,
					reports = ?, changed_at = ?
				where id = ?""").params(anew ? 1 : 0, reports(reportsParent, id), now(), id).update();
		return find(id).orElseThrow();
	}

	/** Absolute: the command may be given from another folder the next time. */
	private static String reports(Path parent, long id) {
		return parent.toAbsolutePath().normalize().resolve("reconciliation-" + id).toString();
	}

	/**
	 * Notes that all items to be compared are there.
	 * @param term the term in which this process works on it
	 * @throws IllegalStateException when another process has taken it up
	 */
	public void collected(long id, int term, long items) {
		int changed = this.jdbc.sql("update reconciliation set items = ? where id = ? and term = ? and items is null")
			.params(items, id, term)
			.update();
		if (changed != 1) {
			throw new IllegalStateException("another process has taken up reconciliation " + id);
		}
	}

	/**
	 * Notes how it stands when its process lets go of it; nothing when another has taken
	 * it up since.
	 * @param term the term in which this process worked on it
	 */
	public void end(long id, int term, RunState state, @Nullable String message) {
		this.jdbc
			.sql("update reconciliation set state = :state, message = :message, changed_at = :now"
					+ " where id = :id and term = :term")
			.param("state", state.name())
			.param("message", message, Types.VARCHAR)
			.param("now", now())
			.param("id", id)
			.param("term", term)
			.update();
	}

	private OffsetDateTime now() {
		return Times.at(Instant.now(this.clock));
	}

	private static Reconciliation read(ResultSet results, int number) throws SQLException {
		long items = results.getLong("items");
		Long itemsOrNull = results.wasNull() ? null : items;
		return new Reconciliation(results.getLong("id"), subject(results), RunState.valueOf(results.getString("state")),
				results.getString("message"), Path.of(results.getString("reports")), results.getInt("pass"),
				results.getInt("term"), itemsOrNull, Times.require(results, "created_at"),
				Times.require(results, "changed_at"));
	}

	private static Subject subject(ResultSet results) throws SQLException {
		long run = results.getLong("run_id");
		Long runOrNull = results.wasNull() ? null : run;
		@Nullable String provider = results.getString("provider");
		@Nullable Instant from = Times.read(results, "period_from");
		@Nullable String path = results.getString("file_path");
		return new Subject(ReconciliationKind.valueOf(results.getString("kind")), results.getBoolean("sandbox"),
				runOrNull, Times.read(results, "since"), (provider != null) ? new ProviderName(provider) : null,
				(from != null) ? new Period(from, Times.require(results, "period_to")) : null,
				(path != null)
						? new ComparedFile(Path.of(path), results.getString("sha256"), results.getLong("file_size"))
						: null,
				results.getString("definition"));
	}

}
