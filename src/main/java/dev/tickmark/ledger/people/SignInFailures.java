package dev.tickmark.ledger.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import dev.tickmark.ledger.Hashes;
import dev.tickmark.ledger.Times;

/**
 * Attempts to sign in that did not succeed, of all processes on this ledger. What they
 * failed by, a name or an address, is kept as a hash, and for a day.
 */
@Repository
public class SignInFailures {

	/** For how long they are kept. */
	public static final Duration KEPT = Duration.ofDays(1);

	/**
	 * The most of one key that are looked at: more than the waits let through in a day.
	 */
	private static final int MOST = 400;

	/** The most that are removed at once. */
	private static final int SWEEP = 1000;

	/** Sets these locks apart from those of other kinds. */
	private static final int LOCKS = 0x5161;

	private final JdbcClient jdbc;

	SignInFailures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Those of a key, the earliest first. Until the transaction ends, nobody else sees
	 * them: several who try at once would all see none.
	 */
	public List<Instant> of(String key, Instant now) {
		int lock = Integer.parseUnsignedInt(hash(key).substring(0, 8), 16);
		this.jdbc.sql("select pg_advisory_xact_lock(?, ?)").params(LOCKS, lock).query().listOfRows();
		return this.jdbc.sql("""
				select at from (select id, at from sign_in_failure where key = ? and at > ? order by at desc, id desc
					limit ?) latest order by at, id""")
			.params(hash(key), Times.at(now.minus(KEPT)), MOST)
			.query((results, _) -> Times.require(results, "at"))
			.list();
	}

	/** Adds one, and removes old ones. */
	public long add(String key, Instant at) {
		// who sweeps at the same moment sweeps others
		this.jdbc.sql("""
				delete from sign_in_failure where id in (select id from sign_in_failure where at < ?
					order by at limit ? for update skip locked)""").params(Times.at(at.minus(KEPT)), SWEEP).update();
		return this.jdbc.sql("insert into sign_in_failure (key, at) values (?, ?) returning id")
			.params(hash(key), Times.at(at))
			.query(Long.class)
			.single();
	}

	/** It was none. */
	public void remove(long id) {
		this.jdbc.sql("delete from sign_in_failure where id = ?").param(id).update();
	}

	/** Forgets all of a key. */
	public void forget(String key) {
		this.jdbc.sql("delete from sign_in_failure where key = ?").param(hash(key)).update();
	}

	private static String hash(String key) {
		return Hashes.sha256(key);
	}

}
