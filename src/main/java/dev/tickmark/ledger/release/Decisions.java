package dev.tickmark.ledger.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import dev.tickmark.ledger.RunState;
import dev.tickmark.ledger.Times;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.payee.Clearance;

/** What persons have decided about what can be paid of runs. */
@Repository
public class Decisions {

	/** The most that is read at once. */
	public static final int MOST = 500;

	/**
	 * By whom a run came about: persons, and none where the night did it. Who has brought
	 * the same file did so, whichever upload the run began with, and though it was
	 * removed since; and who has made the key with which a program came, for whomever:
	 * that person has seen it.
	 */
	private static final String OWN = """
			select exists (select 1 from act where run_id = :run and kind in ('UPLOAD', 'START', 'CONTINUE')
				and lower(who collate "C") = lower(cast(:who as text) collate "C"))
			or exists (select 1 from upload u where (u.run_id = :run
					or u.sha256 = (select r.sha256 from run r where r.id = :run))
				and (lower(u.brought_by collate "C") = lower(cast(:who as text) collate "C")
					or lower(u.started_by collate "C") = lower(cast(:who as text) collate "C")))
			or exists (select 1 from run r join act a on a.kind = 'UPLOAD' and right(a.comment, 64) = r.sha256
				where r.id = :run and lower(a.who collate "C") = lower(cast(:who as text) collate "C"))
			or exists (select 1 from act a join act k on k.kind = 'KEY_MADE' and k.subject = a.key_prefix
				where a.run_id = :run and a.kind in ('UPLOAD', 'START', 'CONTINUE')
				and lower(k.who collate "C") = lower(cast(:who as text) collate "C"))""";

	private static final String LIST = """
			select h.*, r.file_name, r.state, r.sandbox, d.decision, d.decided_by, d.decided_at, d.comment
			from payable_half h join run r on r.id = h.run_id
			left join lateral (select * from payable_decision d where d.run_id = h.run_id and d.sha256 = h.sha256
				order by (d.decision = 'RELEASED') desc, d.id desc limit 1) d on true
			where %s order by h.run_id desc limit :limit""";

	private final JdbcClient jdbc;

	Decisions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps everybody else from deciding about a run, and its process from taking it up,
	 * until the transaction ends.
	 * @return how the run stands; empty when there is none
	 */
	public Optional<RunState> hold(long run) {
		return this.jdbc.sql("select state from run where id = ? for update")
			.param(run)
			.query((results, _) -> RunState.valueOf(results.getString("state")))
			.optional();
	}

	/** Whether somebody has uploaded, started or continued a run. */
	public boolean isOwn(long run, String who) {
		return this.jdbc.sql(OWN).param("run", run).param("who", who).query(Boolean.class).single();
	}

	/** Who has brought a run about, and how, in order; the first of them. */
	public List<Brought> brought(long run) {
		return this.jdbc.sql("""
				select who, kind, at from act where run_id = :run and kind in ('UPLOAD', 'START', 'CONTINUE')
				union select brought_by, 'UPLOAD', brought_at from upload where run_id = :run
				union select a.who, a.kind, a.at from run r
					join act a on a.kind = 'UPLOAD' and right(a.comment, 64) = r.sha256 where r.id = :run
				order by at limit :most""")
			.param("run", run)
			.param("most", MOST)
			.query((results, _) -> new Brought(results.getString("who"), ActKind.valueOf(results.getString("kind")),
					Times.require(results, "at")))
			.list();
	}

	/**
	 * The latest other run of the same file that was released: what is in it may be paid
	 * already.
	 */
	public Optional<SameFile> sameFile(long run) {
		return this.jdbc.sql("""
				select d.*, other.id as other from run own
				join run other on other.sha256 = own.sha256 and other.sandbox = own.sandbox and other.id <> own.id
				join payable_decision d on d.run_id = other.id and d.decision = 'RELEASED'
				where own.id = ? order by d.id desc limit 1""")
			.param(run)
			.query((results, _) -> new SameFile(results.getLong("other"), decision(results)))
			.optional();
	}

	/** Whether rows that can be paid may be handed out. */
	public Clearance clearance(long run, String sha256) {
		Optional<Clearance.Decision> released = latest(run, "RELEASED", "sha256 = :sha256", sha256);
		if (released.isPresent()) {
			return new Clearance.Released(released.get());
		}
		return new Clearance.Held(latest(run, "REFUSED", "sha256 = :sha256", sha256).orElse(null),
				latest(run, "RELEASED", "sha256 <> :sha256", sha256).orElse(null));
	}

	private Optional<Clearance.Decision> latest(long run, String decision, String which, String sha256) {
		return this.jdbc
			.sql("select * from payable_decision where run_id = :run and decision = :decision and " + which
					+ " order by id desc limit 1")
			.param("run", run)
			.param("decision", decision)
			.param("sha256", sha256)
			.query((results, _) -> decision(results))
			.optional();
	}

	public void release(PayableHalf half, String who, @Nullable String comment, Instant at) {
		add("RELEASED", half, who, comment, at);
	}

	public void refuse(PayableHalf half, String who, String comment, Instant at) {
		add("REFUSED", half, who, comment, at);
	}

	private void add(String decision, PayableHalf half, String who, @Nullable String comment, Instant at) {
		this.jdbc
			.sql("""
					insert into payable_decision (run_id, pass, sha256, row_count, decision, decided_by, decided_at, comment)
					values (:run, :pass, :sha256, :rows, :decision, :who, :at, :comment)""")
			.param("run", half.run())
			.param("pass", half.pass())
			.param("sha256", half.sha256())
			.param("rows", half.rows())
			.param("decision", decision)
			.param("who", who)
			.param("at", Times.at(at))
			.param("comment", comment, Types.VARCHAR)
			.update();
	}

	/** The runs that wait for a release, refused or not, the latest first. */
	public List<Releasable> waiting(int limit) {
		return list("d.decision is distinct from 'RELEASED'", limit);
	}

	/** The runs whose payable half is released as it is now, the latest first. */
	public List<Releasable> released(int limit) {
		return list("d.decision = 'RELEASED'", limit);
	}

	private List<Releasable> list(String which, int limit) {
		return this.jdbc.sql(LIST.formatted(which))
			.param("limit", Math.clamp(limit, 1, MOST))
			.query(Decisions::read)
			.list();
	}

	private static Releasable read(ResultSet results, int number) throws SQLException {
		PayableHalf half = PayableHalves.read(results, number);
		String decided = results.getString("decision");
		Clearance.@Nullable Decision decision = (decided == null) ? null : decision(results);
		return new Releasable(half, results.getString("file_name"), RunState.valueOf(results.getString("state")),
				results.getBoolean("sandbox"), "REFUSED".equals(decided) ? decision : null,
				"RELEASED".equals(decided) ? decision : null);
	}

	private static Clearance.Decision decision(ResultSet results) throws SQLException {
		return new Clearance.Decision(results.getString("decided_by"), Times.require(results, "decided_at"),
				results.getString("comment"), results.getLong("row_count"));
	}

	/** That another run of the same file was released. */
	public record SameFile(long run, Clearance.Decision released) {

	}

	/** What somebody has done towards a run. */
	public record Brought(String who, ActKind kind, Instant at) {

	}

}
