package dev.tickmark.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was taken in and is not concluded. */
@Repository
public class Backlog {

	private final JdbcClient jdbc;

	Backlog(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Of each provider that has any, in the runs that something still continues. */
	public List<Waiting> waiting(Instant now) {
		return this.jdbc
			.sql("""
					select v.provider, count(*) as verifications, min(r.created_at) as since
					from run r join verification v on v.run_id = r.id and v.state <> 'CONCLUDED'
					where r.state <> 'COMPLETE' and not exists (select 1 from run n where n.sha256 = r.sha256 and n.job = r.job
						and n.sandbox = r.sandbox and n.id > r.id)
					group by v.provider""")
			.query((results, _) -> new Waiting(results.getString("provider"), results.getLong("verifications"),
					Duration.between(Times.require(results, "since"), now)))
			.list();
	}

	/**
	 * What waits for a provider.
	 *
	 * @param age since the oldest of its runs began
	 */
	public record Waiting(String provider, long verifications, Duration age) {

	}

}
