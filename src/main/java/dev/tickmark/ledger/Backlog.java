package dev.tickmark.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was taken in, is not concluded, and is gone on with by something. */
@Repository
public class Backlog {

	private final JdbcClient jdbc;

	private final OwnerLocks locks;

	Backlog(JdbcClient jdbc, OwnerLocks locks) {
		this.jdbc = jdbc;
		this.locks = locks;
	}

	/**
	 * Of each provider that has any, in the runs that a process is at work on, and in
	 * those that a night continues.
	 * @param sandbox whether the sandbox answers them
	 * @param continued how old the runs may be that the nights of a job continue
	 */
	public List<Waiting> waiting(boolean sandbox, Map<String, Duration> continued, Instant now) {
		Set<Long> held = this.locks.owners().keySet();
		Long[] runs = live(sandbox).stream()
			.filter((run) -> held.contains(OwnerLocks.key(run.key().lock()))
					|| isWithin(continued.get(run.key().job()), Duration.between(run.began(), now)))
			.map(Live::id)
			.toArray(Long[]::new);
		return this.jdbc.sql("""
				select v.provider, count(*) as verifications, min(r.created_at) as since
				from run r join verification v on v.run_id = r.id and v.state <> 'CONCLUDED'
				where r.id = any(?) group by v.provider""")
			.param(runs)
			.query((results, _) -> new Waiting(results.getString("provider"), results.getLong("verifications"),
					Duration.between(Times.require(results, "since"), now)))
			.list();
	}

	private static boolean isWithin(@Nullable Duration most, Duration age) {
		return most != null && age.compareTo(most) <= 0;
	}

	private List<Live> live(boolean sandbox) {
		return this.jdbc
			.sql("select id, sha256, job, created_at from run where sandbox = :sandbox and " + Unfinished.LIVE)
			.param("sandbox", sandbox)
			.query((results, _) -> new Live(results.getLong("id"),
					new RunKey(results.getString("sha256"), results.getString("job"), sandbox),
					Times.require(results, "created_at")))
			.list();
	}

	private record Live(long id, RunKey key, Instant began) {

	}

	/**
	 * What waits for a provider.
	 *
	 * @param age since the oldest of its runs began
	 */
	public record Waiting(String provider, long verifications, Duration age) {

	}

}
