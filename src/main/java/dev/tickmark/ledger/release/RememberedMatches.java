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

import dev.tickmark.ledger.Times;
import dev.tickmark.payee.AcceptedMatch;

/**
 * Close matches that persons have accepted. They never stand for an answer: a provider is
 * asked, and only when it says the same again, the row counts as payable.
 */
@Repository
public class RememberedMatches {

	/** The most that is read at once. */
	public static final int MOST = 500;

	/**
	 * What a provider said of a payee, all of it: with another name, or for another
	 * reason, it is another answer.
	 */
	private static final String ANSWER = """
			sha256(convert_to(jsonb_build_array(v.verdict, v.account_state, v.name_match, v.account_type_match, v.basis,
				v.reason_code, v.suggested_name)::text, 'UTF8'))""";

	/** Whether the sandbox answered, also one at the address of a provider. */
	private static final String SIMULATED = """
			((select sandbox from run where id = v.run_id)
				or exists (select 1 from call c where c.verification_id = v.id and c.sandbox))""";

	/**
	 * Rows come in the order of their lines: a row beside it is on its line, or none is.
	 */
	private static final String SEVERAL = """
			exists (select 1 from payee_row o where o.run_id = %1$s.run_id and o.line = %1$s.line
				and o.number in (%1$s.%2$s - 1, %1$s.%2$s + 1)) as several""";

	private static final String COLUMNS = "m.*, " + SEVERAL.formatted("m", "row_number");

	private static final String KEY = "provider = :provider and question = :question and answer = :answer"
			+ " and sandbox = :sandbox and ended_at is null";

	private static final String APPLY = """
			update verification v set remembered_match = m.id
			from remembered_match m, run r
			where v.run_id = :run and r.id = v.run_id and r.term = :term and v.state = 'CONCLUDED'
				and v.verdict = 'CLOSE_MATCH' and v.remembered_match is null and v.reused_from is null
				and m.provider = v.provider and m.question = v.question and m.answer = %s and m.sandbox = %s
				and m.ended_at is null and m.accepted_at <= v.checked_at and v.checked_at < m.expires_at"""
		.formatted(ANSWER, SIMULATED);

	private final JdbcClient jdbc;

	RememberedMatches(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Notes which answers of a run count as payable, because somebody has accepted the
	 * same before they came.
	 * @param term the run's term in which this process works on it
	 * @return how many verifications
	 */
	public int apply(long run, int term) {
		if (!this.jdbc.sql("select exists (select 1 from remembered_match where ended_at is null)")
			.query(Boolean.class)
			.single()) {
			return 0;
		}
		return this.jdbc.sql(APPLY).param("run", run).param("term", term).update();
	}

	/**
	 * What stands in a row, for whoever would accept it; empty without a question.
	 * @param row its number in the run
	 */
	public Optional<Candidate> candidate(long run, long row) {
		return this.jdbc.sql("""
				select r.number, r.line, %s, v.id, v.state, v.verdict, v.provider, v.question, %s as answer,
					%s as sandbox
				from payee_row r
				join verification v on v.run_id = r.run_id and v.provider = r.provider and v.question = r.question
				where r.run_id = ? and r.number = ?""".formatted(SEVERAL.formatted("r", "number"), ANSWER, SIMULATED))
			.params(run, row)
			.query((results, _) -> new Candidate(run, row(results, "number"), results.getLong("id"),
					results.getString("state"), results.getString("verdict"), results.getString("provider"),
					results.getBytes("question"), results.getBytes("answer"), results.getBoolean("sandbox")))
			.optional();
	}

	/** The one that holds for a row's answer at a moment; empty when none does. */
	public Optional<RememberedMatch> inForce(Candidate of, Instant moment) {
		return bind(this.jdbc.sql("select " + COLUMNS + " from remembered_match m where expires_at > :at and " + KEY),
				of)
			.param("at", Times.at(moment))
			.query(RememberedMatches::read)
			.optional();
	}

	/**
	 * Remembers a row's answer. Who comes second of two gets nothing.
	 * @return the new one; empty when there is one that holds
	 */
	public Optional<RememberedMatch> add(Candidate of, AcceptedMatch accepted) {
		bind(this.jdbc.sql("update remembered_match set ended_at = expires_at where expires_at <= :at and " + KEY), of)
			.param("at", Times.at(accepted.at()))
			.update();
		return bind(this.jdbc
			.sql("""
					insert into remembered_match as m (provider, question, answer, verdict, sandbox, run_id, line, row_number,
						accepted_by, accepted_at, expires_at, comment)
					values (:provider, :question, :answer, :verdict, :sandbox, :run, :line, :row, :by, :at, :until, :comment)
					on conflict (provider, question, answer, sandbox) where ended_at is null do nothing
					returning %s"""
				.formatted(COLUMNS)), of)
			.param("verdict", of.verdict())
			.param("run", of.run())
			.param("line", of.row().line())
			.param("row", of.row().number())
			.param("by", accepted.by())
			.param("at", Times.at(accepted.at()))
			.param("until", Times.at(accepted.until()))
			.param("comment", accepted.comment())
			.query(RememberedMatches::read)
			.optional();
	}

	/**
	 * Ends one that holds: answers that come from now on do not count by it.
	 * @return as it was; empty when there is none that holds
	 */
	public Optional<RememberedMatch> end(long id, String who, @Nullable String comment, Instant at) {
		return this.jdbc.sql("""
				update remembered_match m set ended_at = :at, ended_by = :who, ended_comment = :comment
				where id = :id and ended_at is null and expires_at > :at returning %s""".formatted(COLUMNS))
			.param("id", id)
			.param("who", who)
			.param("comment", comment, Types.VARCHAR)
			.param("at", Times.at(at))
			.query(RememberedMatches::read)
			.optional();
	}

	public Optional<RememberedMatch> find(long id) {
		return this.jdbc.sql("select " + COLUMNS + " from remembered_match m where id = ?")
			.param(id)
			.query(RememberedMatches::read)
			.optional();
	}

	/** The latest of them first. */
	public List<RememberedMatch> list(int limit) {
		return this.jdbc.sql("select " + COLUMNS + " from remembered_match m order by id desc limit ?")
			.param(Math.clamp(limit, 1, MOST))
			.query(RememberedMatches::read)
			.list();
	}

	/** The rows of a run that count as payable by them, in order; the first of them. */
	public List<AcceptedRow> acceptedRows(long run) {
		return this.jdbc
			.sql("""
					select r.number, r.line, %s, m.accepted_by, m.accepted_at, m.expires_at, m.comment
					from verification v
					join remembered_match m on m.id = v.remembered_match
					join payee_row r on r.run_id = v.run_id and r.provider = v.provider and r.question = v.question
					where v.run_id = ? and v.remembered_match is not null order by r.number limit ?"""
				.formatted(SEVERAL.formatted("r", "number")))
			.params(run, MOST)
			.query((results, _) -> new AcceptedRow(row(results, "number"), accepted(results)))
			.list();
	}

	/** By which one a row's answer counts as payable; empty when by none. */
	public Optional<RememberedMatch> of(long run, long verification) {
		return this.jdbc.sql("""
				select %s from verification v join remembered_match m on m.id = v.remembered_match
				where v.run_id = ? and v.id = ?""".formatted(COLUMNS))
			.params(run, verification)
			.query(RememberedMatches::read)
			.optional();
	}

	private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Candidate of) {
		return statement.param("provider", of.provider())
			.param("question", of.question())
			.param("answer", of.answer())
			.param("sandbox", of.sandbox());
	}

	private static RememberedMatch read(ResultSet results, int number) throws SQLException {
		return new RememberedMatch(results.getLong("id"), results.getString("provider"), results.getBoolean("sandbox"),
				results.getLong("run_id"), row(results, "row_number"), accepted(results),
				Times.read(results, "ended_at"), results.getString("ended_by"));
	}

	private static RowAt row(ResultSet results, String number) throws SQLException {
		return new RowAt(results.getLong(number), results.getLong("line"), results.getBoolean("several"));
	}

	private static AcceptedMatch accepted(ResultSet results) throws SQLException {
		return new AcceptedMatch(results.getString("accepted_by"), Times.require(results, "accepted_at"),
				Times.require(results, "expires_at"), results.getString("comment"));
	}

	/** A row whose close match a person has accepted. */
	public record AcceptedRow(RowAt row, AcceptedMatch accepted) {

	}

	/**
	 * A row's answer.
	 *
	 * @param run the number of its run
	 * @param verdict the ledger's word; null when it has none
	 * @param question what was asked, as a hash
	 * @param answer what was answered, as a hash
	 * @param sandbox whether the sandbox answered
	 */
	public record Candidate(long run, RowAt row, long verification, String state, @Nullable String verdict,
			String provider, byte[] question, byte[] answer, boolean sandbox) {

	}

}
