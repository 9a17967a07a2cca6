package dev.tickmark.ledger.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import dev.tickmark.ledger.Times;

/**
 * The audit table. It can be added to and read; the database itself refuses anything
 * else.
 */
@Repository
public class Acts {

	/** The beginning of a list: everything is before it. */
	public static final long LATEST = Long.MAX_VALUE;

	/** The most that is read at once. */
	public static final int MOST = 500;

	private final JdbcClient jdbc;

	Acts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Adds one; in the transaction of what was done, if there is one. */
	public void add(Actor actor, Deed deed, Instant at) {
		this.jdbc.sql("""
				insert into act (at, who, through, key_prefix, address, kind, run_id, subject, comment)
				values (:at, :who, :through, :prefix, :address, :kind, :run, :subject, :comment)""")
			.param("at", Times.at(at))
			.param("who", actor.who())
			.param("through", actor.through().name())
			.param("prefix", actor.keyPrefix(), Types.VARCHAR)
			.param("address", actor.address(), Types.VARCHAR)
			.param("kind", deed.kind().name())
			.param("run", deed.run(), Types.BIGINT)
			.param("subject", deed.subject(), Types.VARCHAR)
			.param("comment", deed.comment(), Types.VARCHAR)
			.update();
	}

	/**
	 * A page of all, the latest first.
	 * @param before the number of the last act of the page before, or {@link #LATEST}
	 */
	public List<Act> page(long before, int limit) {
		return page(null, null, before, limit);
	}

	/** Those of a run. */
	public List<Act> ofRun(long run, long before, int limit) {
		return page(run, null, before, limit);
	}

	/** Those that a person did, by the login name. */
	public List<Act> by(String who, long before, int limit) {
		return page(null, who, before, limit);
	}

	/**
	 * Those that are asked for, the latest first.
	 * @param run the number of their run; null for any and for none
	 * @param who by whom they were, by the login name; null for anybody
	 */
	public List<Act> page(@Nullable Long run, @Nullable String who, long before, int limit) {
		String which = ((run != null) ? " and run_id = :run" : "")
				+ ((who != null) ? " and lower(who collate \"C\") = lower(cast(:who as text) collate \"C\")" : "");
		return this.jdbc.sql("select * from act where id < :before" + which + " order by id desc limit :limit")
			.param("before", before)
			.param("limit", Math.clamp(limit, 1, MOST))
			.param("run", run, Types.BIGINT)
			.param("who", who, Types.VARCHAR)
			.query(Acts::read)
			.list();
	}

	private static Act read(ResultSet results, int number) throws SQLException {
		long run = results.getLong("run_id");
		Long runOrNull = results.wasNull() ? null : run;
		Actor actor = new Actor(results.getString("who"), Through.valueOf(results.getString("through")),
				results.getString("key_prefix"), results.getString("address"));
		Deed deed = new Deed(ActKind.valueOf(results.getString("kind")), runOrNull, results.getString("subject"),
				results.getString("comment"));
		return new Act(results.getLong("id"), Times.require(results, "at"), actor, deed);
	}

}
