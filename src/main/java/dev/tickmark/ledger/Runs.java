package dev.tickmark.ledger;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import dev.tickmark.payee.CallKind;

/** The runs and their passes. */
@Repository
public class Runs {

	/** Null when nothing is reused. */
	private static final String REUSE_SINCE = "created_at - :within * interval '1 microsecond'";

	private final JdbcClient jdbc;

	private final Clock clock;

	Runs(JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.clock = Clock.systemUTC();
	}

	/** The latest run of this content, if there is one. */
	public Optional<Run> latest(RunKey key) {
		return this.jdbc
			.sql("select * from run where sha256 = :sha256 and job = :job and sandbox = :sandbox"
					+ " order by id desc limit 1")
			.paramSource(key)
			.query(Runs::read)
			.optional();
	}

	public Optional<Run> find(long id) {
		return this.jdbc.sql("select * from run where id = ?").param(id).query(Runs::read).optional();
	}

	/** Those with answers since then that can be read back, in their order. */
	public List<Run> answeredSince(Instant since, boolean sandbox) {
		return this.jdbc.sql("""
				select * from run where sandbox = ? and id in (select run_id from verification
					where checked_at >= ? and provider_reference is not null) order by id""")
			.params(sandbox, Times.at(since))
			.query(Runs::read)
			.list();
	}

	/** All runs, the latest first, at most as many as asked for. */
	public List<Run> list(int limit) {
		return page(Long.MAX_VALUE, limit);
	}

	/** Those before one of them, the latest first, at most as many as asked for. */
	public List<Run> page(long before, int limit) {
		return this.jdbc.sql("select * from run where id < ? order by id desc limit ?")
			.params(before, limit)
			.query(Runs::read)
			.list();
	}

	/**
	 * A new run with its first pass, in state STARTED.
	 * @param definition the text of the job definition
	 * @param reuseWithin how old the answers may be that it reuses from other runs; null:
	 * it reuses none
	 */
	@Transactional
	public Run create(RunKey key, RunFile file, String definition, Path reportsParent, @Nullable Duration reuseWithin) {
		String fileName = file.path().getFileName().toString();
		long id = this.jdbc.sql("""
				insert into run (identity, file_name, file_path, sha256, file_size, job, sandbox, header, format,
					definition, state, reports, pass, created_at, changed_at)
				values (?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?, 'STARTED', '', 0, ?, ?) returning id""")
			.params(UUID.randomUUID(), fileName, file.path().toString(), key.sha256(), file.size(), key.job(),
					key.sandbox(), Json.of(file.header()), file.format(), definition, now(), now())
			.query(Long.class)
			.single();
		// the command may be given from another folder the next time
		Path reports = reportsParent.toAbsolutePath().normalize().resolve(fileName + "-" + id);
		this.jdbc.sql("update run set reports = :reports, reuse_since = %s where id = :id".formatted(REUSE_SINCE))
			.param("reports", reports.toString())
			.param("within", micros(reuseWithin), Types.BIGINT)
			.param("id", id)
			.update();
		return beginPass(id);
	}

	/**
	 * Notes by which definition, and from which file, a run takes its rows in.
	 * @param reuseWithin how old the answers may be that it reuses; a run that was to
	 * reuse none when it was made never does
	 */
	public Run define(long id, String definition, RunFile file, @Nullable Duration reuseWithin) {
		this.jdbc.sql("""
				update run set definition = :definition, format = :format, header = cast(:header as json),
					reuse_since = case when reuse_since is not null then %s end
				where id = :id and row_count is null""".formatted(REUSE_SINCE))
			.param("definition", definition)
			.param("format", file.format())
			.param("header", Json.of(file.header()))
			.param("within", micros(reuseWithin), Types.BIGINT)
			.param("id", id)
			.update();
		return find(id).orElseThrow();
	}

	/** Notes that the file of a run is somewhere else now. */
	public void moved(long id, Path from, Path to) {
		this.jdbc.sql("update run set file_path = ? where id = ? and file_path = ?")
			.params(to.toString(), id, from.toString())
			.update();
	}

	/** Begins another pass on a run that ended with open rows. */
	@Transactional
	public Run beginPass(long id) {
		this.jdbc.sql(
				"update run set state = 'STARTED', message = null, pass = pass + 1, term = term + 1, changed_at = ? where id = ?")
			.params(now(), id)
			.update();
		this.jdbc.sql("insert into pass (run_id, number, started_at) select id, pass, ? from run where id = ?")
			.params(now(), id)
			.update();
		return find(id).orElseThrow();
	}

	/** Takes up the current pass of a run that was stopped, failed or cut off. */
	@Transactional
	public Run continuePass(long id) {
		// nobody was at work since the last sign of life
		this.jdbc
			.sql("""
					update pass set ended_at = null, idle_micros = idle_micros + greatest(0, extract(epoch from :now - greatest(run.changed_at,
						(select max(c.sent_at) from call c join verification v on v.id = c.verification_id
							where v.run_id = run.id))) * 1000000)::bigint
					from run where run.id = :id and pass.run_id = run.id and pass.number = run.pass""")
			.param("now", now())
			.param("id", id)
			.update();
		this.jdbc.sql("update run set state = 'STARTED', message = null, term = term + 1, changed_at = ? where id = ?")
			.params(now(), id)
			.update();
		return find(id).orElseThrow();
	}

	/**
	 * Notes how a run stands when its process lets go of it; nothing when another has
	 * taken it up since.
	 * @param term the run's term in which this process worked on it
	 */
	public void end(long id, int term, RunState state, @Nullable String message) {
		this.jdbc
			.sql("update run set state = :state, message = :message, changed_at = :now where id = :id and term = :term")
			.param("term", term)
			.param("state", state.name())
			.param("message", message)
			.param("now", now())
			.param("id", id)
			.update();
	}

	/**
	 * Notes what a lane of the current pass may do at most.
	 * @param limits its limits, in words that mean something to who reads them again
	 * @param counted the kinds of calls that the limits count
	 */
	public void noteLane(long id, String provider, String limits, Collection<CallKind> counted) {
		this.jdbc.sql("""
				insert into pass_lane (run_id, pass, provider, limits, counted)
				select id, pass, ?, ?, ? from run where id = ?
				on conflict (run_id, pass, provider)
				do update set limits = excluded.limits, counted = excluded.counted""")
			.params(provider, limits, counted.stream().map(CallKind::name).collect(Collectors.joining(",")), id)
			.update();
	}

	/**
	 * Notes what a lane of the current pass is expected to need from now on. The first
	 * forecast of a pass holds: what it is held against begins with it.
	 * @param calls how many calls that the limits count
	 */
	public void noteForecast(long id, String provider, long calls, Duration time) {
		this.jdbc
			.sql("""
					update pass_lane l set forecast_calls = :calls, forecast_micros = :micros,
						opened_micros = greatest(0, extract(epoch from :now - p.started_at) * 1000000 - p.idle_micros)::bigint
					from run r join pass p on p.run_id = r.id and p.number = r.pass
					where r.id = :id and l.run_id = r.id and l.pass = r.pass and l.provider = :provider
						and l.forecast_calls is null""")
			.param("calls", calls)
			.param("micros", time.toNanos() / 1000)
			.param("now", now())
			.param("id", id)
			.param("provider", provider)
			.update();
	}

	/** Notes that the asking of the current pass is over. */
	public void endPass(long id) {
		this.jdbc.sql("""
				update pass set ended_at = ? from run
				where run.id = ? and pass.run_id = run.id and pass.number = run.pass and pass.ended_at is null""")
			.params(now(), id)
			.update();
	}

	private static @Nullable Long micros(@Nullable Duration duration) {
		return (duration != null) ? duration.toNanos() / 1000 : null;
	}

	private OffsetDateTime now() {
		return Times.at(Instant.now(this.clock));
	}

	private static Run read(ResultSet results, int number) throws SQLException {
		RunKey key = new RunKey(results.getString("sha256"), results.getString("job"), results.getBoolean("sandbox"));
		long rows = results.getLong("row_count");
		Long rowsOrNull = results.wasNull() ? null : rows;
		return new Run(results.getLong("id"), results.getObject("identity", UUID.class), key,
				results.getString("file_name"), results.getString("file_path"), results.getLong("file_size"),
				Json.strings(results.getString("header")), results.getString("format"), results.getString("definition"),
				RunState.valueOf(results.getString("state")), results.getString("message"),
				Path.of(results.getString("reports")), results.getInt("pass"), results.getInt("term"), rowsOrNull,
				Times.require(results, "created_at"), Times.require(results, "changed_at"));
	}

}
