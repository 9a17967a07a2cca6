package dev.tickmark.ledger.night;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import dev.tickmark.ledger.Times;
import dev.tickmark.ledger.Unfinished;

/** The runs of a job that are not complete. */
@Repository
public class EarlierRuns {

	private final JdbcClient jdbc;

	EarlierRuns(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Those that go on by their number, the oldest first: their rows are in, and they are
	 * the latest of their content, and no person has stopped them. Whether somebody is at
	 * work on one, its lock says. Also those whose end nobody was told of.
	 * @param since when they began, or later
	 * @param ended those that have ended with open rows have done so before
	 */
	public List<EarlierRun> unfinished(String job, boolean sandbox, Instant since, Instant ended) {
		return this.jdbc.sql("""
				select id, term from run where job = :job and sandbox = :sandbox and row_count is not null
					and (%s and (created_at >= :since and (state <> 'OPEN' or changed_at < :ended)
							or id in (select run_id from run_to_be_told))
						or state = 'COMPLETE' and id in (select run_id from run_to_be_told))
				order by id""".formatted(Unfinished.LIVE))
			.param("job", job)
			.param("sandbox", sandbox)
			.param("since", Times.at(since))
			.param("ended", Times.at(ended))
			.query((results, _) -> new EarlierRun(results.getLong("id"), results.getInt("term")))
			.list();
	}

	/** Whether a person has stopped a run, and none has let it go on since. */
	public boolean isStoppedByPerson(long run) {
		return this.jdbc.sql("select count(*) from run where id = ? and " + Unfinished.STOPPED_BY_PERSON)
			.param(run)
			.query(Integer.class)
			.single() > 0;
	}

	/** Whether a run that nobody is at work on has something to ask until then. */
	public boolean isWaiting(long run, Instant until) {
		return this.jdbc.sql("""
				select exists (select 1 from verification where run_id = ? and (state = 'READY'
					or state in ('WAITING', 'RETRY', 'ACTION_REQUIRED') and next_attempt_at <= ?))""")
			.params(run, Times.at(until))
			.query(Boolean.class)
			.single();
	}

	/** Notes, before a run goes on, that its end is to be told of. */
	public void toBeTold(long run) {
		this.jdbc.sql("insert into run_to_be_told (run_id) select id from run where id = ? on conflict do nothing")
			.param(run)
			.update();
	}

	/** Notes that it was. */
	public void told(long run) {
		this.jdbc.sql("delete from run_to_be_told where run_id = ?").param(run).update();
	}

	/**
	 * A run, as it was seen.
	 *
	 * @param id its number
	 * @param term how often it was taken up
	 */
	public record EarlierRun(long id, int term) {

	}

}
