package dev.tickmark.ledger.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import dev.tickmark.ledger.Nul;
import dev.tickmark.ledger.Times;

/** Runs that people have asked to go on and that have no upload here. */
@Repository
public class Continuations {

	private static final int LONGEST = 4000;

	private final JdbcClient jdbc;

	Continuations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Notes that one is to go on. */
	public void ask(long run, Instant at) {
		this.jdbc.sql("""
				insert into continuation (run_id, asked_at) values (?, ?)
				on conflict (run_id) do update set asked_at = excluded.asked_at, begun_at = null, why_not = null""")
			.params(run, Times.at(at))
			.update();
	}

	/** Notes that one has gone on, or is not to any more. */
	public void end(long run) {
		this.jdbc.sql("delete from continuation where run_id = ?").param(run).update();
	}

	/** Notes why one could not go on, a sentence. */
	public void refuse(long run, String why) {
		String sentence = String.valueOf(Nul.replaced(why));
		this.jdbc.sql("update continuation set why_not = ? where run_id = ?")
			.params(sentence.substring(0, Math.min(sentence.length(), LONGEST)), run)
			.update();
	}

	/**
	 * Why one could not go on when it was last asked to; nothing when something has
	 * happened to it since.
	 */
	public Optional<String> whyNot(long run) {
		return this.jdbc.sql("""
				select why_not from continuation join run on run.id = run_id
				where run_id = ? and why_not is not null and asked_at >= changed_at""")
			.param(run)
			.query((results, _) -> results.getString(1))
			.optional();
	}

	/**
	 * Notes that the work on one begins, unless it has before.
	 * @return when it was asked for and when the work began; nothing when it is not to go
	 * on any more
	 */
	public Optional<Begun> begin(long run, Instant now) {
		return this.jdbc.sql("""
				update continuation set begun_at = coalesce(begun_at, ?) where run_id = ? and why_not is null
				returning asked_at, begun_at""")
			.params(Times.at(now), run)
			.query((results, _) -> new Begun(Times.require(results, "asked_at"), Times.require(results, "begun_at")))
			.optional();
	}

	/**
	 * The numbers of those that are still to go on, the first that was asked for first.
	 */
	public List<Long> open(boolean sandbox) {
		return this.jdbc
			.sql("select run_id from continuation join run on run.id = run_id where why_not is null and sandbox = ?"
					+ " order by asked_at")
			.param(sandbox)
			.query((results, _) -> results.getLong(1))
			.list();
	}

	/** When it was asked for, and when the work began. */
	public record Begun(Instant askedAt, Instant begunAt) {

	}

}
