package dev.tickmark.ledger.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import dev.tickmark.ledger.Times;

/**
 * Notices that were written and are to be delivered. The times are the database's, so
 * that all processes agree.
 */
@Repository
public class Outbox {

	private final JdbcClient jdbc;

	Outbox(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Writes a notice, with all whom it is for; nothing when that occasion was told
	 * before.
	 * @return whether it was written
	 */
	@Transactional
	public boolean add(Notice notice, Map<Way, ? extends Collection<String>> targets) {
		int added = this.jdbc.sql("""
				insert into notice (id, occasion, job, sandbox, kind, run_id, created_at, subject, plain, html, json)
				values (:id, :occasion, :job, :sandbox, :kind, :run, :created, :subject, :plain, :html, :json)
				on conflict (occasion) do nothing""")
			.param("id", notice.id())
			.param("occasion", notice.occasion())
			.param("job", notice.job())
			.param("sandbox", notice.sandbox())
			.param("kind", notice.kind())
			.param("run", notice.run(), Types.BIGINT)
			.param("created", Times.at(notice.createdAt()))
			.param("subject", notice.subject())
			.param("plain", notice.plain())
			.param("html", notice.html())
			.param("json", notice.json())
			.update();
		if (added == 0) {
			return false;
		}
		targets.forEach((way, addresses) -> addresses.forEach((address) -> this.jdbc
			.sql("insert into notice_delivery (notice_id, way, target, next_attempt_at) values (?, ?, ?, now())")
			.params(notice.id(), way.name(), address)
			.update()));
		return true;
	}

	/**
	 * Takes one that is due, for this process alone. If it dies, another takes it over.
	 * @param takenFor how long that is
	 */
	@Transactional
	public Optional<Delivery> take(Way way, Duration takenFor) {
		return this.jdbc.sql("""
				with due as (select id from notice_delivery where way = :way and next_attempt_at <= now()
					order by next_attempt_at, id limit 1 for update skip locked)
				update notice_delivery d set attempts = attempts + 1,
					next_attempt_at = now() + :seconds * interval '1 second'
				from due, notice n where d.id = due.id and n.id = d.notice_id
				returning d.id as delivery, d.target, d.attempts, n.*""")
			.param("way", way.name())
			.param("seconds", takenFor.toSeconds())
			.query((results, _) -> new Delivery(results.getLong("delivery"), notice(results),
					results.getString("target"), results.getInt("attempts")))
			.optional();
	}

	/** Notes that it is delivered. */
	public void delivered(Delivery delivery) {
		this.jdbc.sql("update notice_delivery set delivered_at = now(), next_attempt_at = null where id = ?")
			.param(delivery.id())
			.update();
	}

	/**
	 * Notes that it could not be delivered; nothing when another process has tried since.
	 * @param why without anything that is nobody's business
	 * @param again after what time it is tried again; null when it is given up
	 */
	public void failed(Delivery delivery, String why, @Nullable Duration again) {
		this.jdbc.sql("""
				update notice_delivery set last_error = :why,
					next_attempt_at = now() + cast(:seconds as bigint) * interval '1 second'
				where id = :id and attempts = :attempts and delivered_at is null""")
			.param("why", why)
			.param("seconds", (again != null) ? Long.valueOf(again.toSeconds()) : null, Types.BIGINT)
			.param("id", delivery.id())
			.param("attempts", delivery.attempts())
			.update();
	}

	/** What has not reached anybody, of each way in which there is any. */
	public List<Outstanding> outstanding() {
		return this.jdbc
			.sql("""
					select d.way, count(*) filter (where d.next_attempt_at is not null) as waiting,
						min(n.created_at) filter (where d.next_attempt_at is not null) as since,
						count(*) filter (where d.next_attempt_at is null) as given_up,
						(array_agg(d.last_error order by n.created_at desc) filter (where d.last_error is not null))[1] as error
					from notice_delivery d join notice n on n.id = d.notice_id
					where d.delivered_at is null
						and (d.next_attempt_at is not null or n.created_at > now() - interval '14 days')
					group by d.way order by d.way""")
			.query((results, _) -> new Outstanding(Way.valueOf(results.getString("way")), results.getLong("waiting"),
					Times.read(results, "since"), results.getLong("given_up"), results.getString("error")))
			.list();
	}

	/** Removes what is older than that, delivered or not. */
	public int removeOlderThan(Duration age) {
		return this.jdbc.sql("delete from notice where created_at < now() - ? * interval '1 second'")
			.param(age.toSeconds())
			.update();
	}

	/** Rows of a run that are open, by what keeps them open; the most first. */
	public List<OpenRows> open(long run) {
		return this.jdbc.sql("""
				select coalesce(verdict, 'PENDING') as verdict, provider, coalesce(reason_code, '') as code,
					sum(row_count)::bigint as rows
				from verification where run_id = ? and state <> 'CONCLUDED' and row_count > 0
				group by 1, 2, 3 order by 4 desc, 1, 2, 3""")
			.param(run)
			.query((results, _) -> new OpenRows(results.getString("verdict"), results.getString("provider"),
					results.getString("code"), results.getLong("rows")))
			.list();
	}

	private static Notice notice(ResultSet results) throws SQLException {
		long run = results.getLong("run_id");
		Long runOrNull = results.wasNull() ? null : run;
		return new Notice(results.getObject("id", UUID.class), results.getString("occasion"), results.getString("job"),
				results.getBoolean("sandbox"), results.getString("kind"), runOrNull,
				Times.require(results, "created_at"), results.getString("subject"), results.getString("plain"),
				results.getString("html"), results.getString("json"));
	}

	/**
	 * Rows that are open for one reason.
	 *
	 * @param code the reason's code; empty when there is none
	 */
	public record OpenRows(String verdict, String provider, String code, long rows) {

	}

}
