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
	 * work on one, its lock says.
	 * @param since when they began, or later
	 * @param ended those that have ended with open rows have done so before
	 */
	public List<EarlierRun> unfinished(String job, boolean sandbox, Instant since, Instant ended) {
		return this.jdbc.sql("""
				select id, term from run where job = :job and sandbox = :sandbox and created_at >= :since
					and row_count is not null and (state <> 'OPEN' or changed_at < :ended)
					and %s
				order by id""".formatted(Unfinished.LIVE))
			.param("job", job)
			.param("sandbox", sandbox)
			.param("since", Times.at(since))
			.param("ended", Times.at(ended))
			.query((results, _) -> new EarlierRun(results.getLong("id"), results.getInt("term")))
			.list();
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
