package dev.tickmark.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Reused;

/** Counts over a run, for summaries and progress. */
@Repository
public class Figures {

	private final JdbcClient jdbc;

	Figures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Rows by provider and verdict, as the verifications count them. A row that was never
	 * asked counts as PENDING, one that intake rejected has no provider, one that fell
	 * back has its latest.
	 */
	public List<VerdictCount> verdicts(long run) {
		return this.jdbc.sql("""
				select provider, coalesce(verdict, 'PENDING') as verdict, sum(row_count)::bigint as rows
				from verification where run_id = :run and row_count > 0 group by 1, 2
				union all
				select coalesce(provider, ''), 'REJECTED_INPUT', count(*)
				from payee_row where run_id = :run and problem is not null group by 1
				order by 1, 2""")
			.param("run", run)
			.query((results, number) -> new VerdictCount(results.getString("provider"), results.getString("verdict"),
					results.getLong("rows")))
			.list();
	}

	/** Rows with a MATCH by what it rests on. */
	public List<BasisCount> matches(long run) {
		return this.jdbc.sql("""
				select basis, sum(row_count) as rows from verification
				where run_id = ? and verdict = 'MATCH' group by 1 order by 1""")
			.param(run)
			.query((results, number) -> new BasisCount(Basis.valueOf(results.getString("basis")),
					results.getLong("rows")))
			.list();
	}

	/** The lanes of a run: how many questions, how many are settled, how many calls. */
	public List<LaneCount> lanes(long run) {
		return this.jdbc.sql("""
				select v.*, coalesce(c.calls, 0) as calls, coalesce(c.repeats, 0) as repeats, coalesce(c.sandbox, false)
					or (v.reused > 0 and (select sandbox from run where id = :run)) as sandbox
				from (
					select provider, count(*) as verifications,
						count(*) filter (where state = 'CONCLUDED') as concluded,
						count(*) filter (where attempts > 0) as asked, count(reused_from) as reused,
						coalesce(sum(row_count) filter (where reused_from is not null), 0) as reused_rows,
						min(checked_at) filter (where reused_from is not null) as reused_since
					from verification where run_id = :run group by provider) v
				left join (
					select v.provider, count(*) as calls, sum(%s) as repeats,
						bool_or(c.sandbox) as sandbox
					from call c join verification v on v.id = c.verification_id where v.run_id = :run
					group by v.provider) c on c.provider = v.provider
				order by v.provider""".formatted(Repeats.OF_CALL))
			.param("run", run)
			.query((results, number) -> new LaneCount(results.getString("provider"), results.getLong("verifications"),
					results.getLong("concluded"), results.getLong("asked"), results.getLong("calls"),
					results.getLong("repeats"), results.getBoolean("sandbox"),
					new Reused(results.getLong("reused"), results.getLong("reused_rows"),
							Times.read(results, "reused_since"))))
			.list();
	}

	/**
	 * The calls that a lane's limits count, pass by pass, with the limits of then, and
	 * with what was forecast.
	 */
	public List<LanePass> passes(long run) {
		return this.jdbc
			.sql("""
					with made as (
						select v.provider, c.kind, c.sent_at, c.sent_at + c.took_micros * interval '1 microsecond' as answered_at
						from call c join verification v on v.id = c.verification_id where v.run_id = :run
							and not exists (select 1 from read_back_call b
								where b.verification_id = c.verification_id and b.sent_at = c.sent_at))
					select l.pass, l.provider, l.limits, l.forecast_calls, l.forecast_micros,
						count(m.kind) filter (where m.kind = any(string_to_array(l.counted, ','))) as calls,
						greatest(0, coalesce(extract(epoch from max(m.answered_at) - p.started_at) * 1000000
							- p.idle_micros - l.opened_micros, 0))::bigint as took_micros
					from pass_lane l join pass p on p.run_id = l.run_id and p.number = l.pass
					left join pass n on n.run_id = l.run_id and n.number = l.pass + 1
					left join made m on m.provider = l.provider and m.sent_at >= p.started_at
						and (n.started_at is null or m.sent_at < n.started_at)
					where l.run_id = :run
					group by l.run_id, l.pass, l.provider, p.run_id, p.number order by l.provider, l.pass""")
			.param("run", run)
			.query((results, number) -> new LanePass(results.getInt("pass"), results.getString("provider"),
					results.getString("limits"), results.getLong("calls"), micros(results.getLong("took_micros")),
					forecast(results)))
			.list();
	}

	private static @Nullable Forecast forecast(ResultSet results) throws SQLException {
		Duration time = micros(results.getLong("forecast_micros"));
		return results.wasNull() ? null : new Forecast(results.getLong("forecast_calls"), time);
	}

	private static Duration micros(long micros) {
		return Duration.ofNanos(micros * 1000);
	}

	/**
	 * How long the passes of a run took. A pass that was cut off counts until its last
	 * call.
	 */
	public Duration duration(long run) {
		long micros = this.jdbc
			.sql("""
					select coalesce(sum(extract(epoch from greatest(coalesce(p.ended_at, (
						select max(c.sent_at) from call c join verification v on v.id = c.verification_id
						where v.run_id = p.run_id and c.sent_at < coalesce((select started_at from pass n
							where n.run_id = p.run_id and n.number = p.number + 1), 'infinity')), p.started_at) - p.started_at - p.idle_micros * interval '1 microsecond',
						interval '0')) * 1000000), 0)::bigint
					from pass p where p.run_id = ?""")
			.param(run)
			.query(Long.class)
			.single();
		return micros(micros);
	}

	/**
	 * When the asking of a run's latest pass was over; its last change of state until
	 * then.
	 */
	public Instant finishedAt(long run) {
		return this.jdbc.sql("""
				select coalesce((select max(ended_at) from pass where run_id = :run), changed_at) as finished
				from run where id = :run""")
			.param("run", run)
			.query((results, number) -> Times.require(results, "finished"))
			.single();
	}

	/** Rows of one provider with one verdict. */
	public record VerdictCount(String provider, String verdict, long rows) {

	}

	/** Rows whose MATCH rests on one thing. */
	public record BasisCount(Basis basis, long rows) {

	}

	/**
	 * A lane's share of a run.
	 *
	 * @param verifications how many there are
	 * @param concluded how many of them are concluded, those included that are reused
	 * @param asked how many of them were asked
	 * @param calls how many calls were made
	 * @param repeats how many of these asked again what may have been charged already
	 * @param sandbox whether answers are the sandbox's
	 * @param reused what was concluded from other runs, without being asked
	 */
	public record LaneCount(String provider, long verifications, long concluded, long asked, long calls, long repeats,
			boolean sandbox, Reused reused) {

		/** How many verifications are this run's to ask. */
		public long own() {
			return this.verifications - this.reused.verifications();
		}

		/** How many of these are concluded. */
		public long ownConcluded() {
			return this.concluded - this.reused.verifications();
		}

	}

	/**
	 * A lane in one pass.
	 *
	 * @param limits as they were noted for the pass
	 * @param calls how many calls its limits count
	 * @param took how long it was at work, from when its forecast was made to its last
	 * answer; zero when none was made
	 * @param forecast what was expected; null when nothing was
	 */
	public record LanePass(int pass, String provider, String limits, long calls, Duration took,
			@Nullable Forecast forecast) {

	}

	/** What a lane was expected to need. */
	public record Forecast(long calls, Duration time) {

	}

}
