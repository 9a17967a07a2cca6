package dev.tickmark.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.tickmark.payee.AcceptedMatch;
import dev.tickmark.payee.Action;
import dev.tickmark.payee.FirstAsked;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Sharing;

/** The outcome of every row, as a stream. */
@Repository
public class Outcomes {

	private static final String SELECT = """
			select r.number, r.line, r.fields, r.problem_column, r.problem, r.provider, v.verdict, v.account_state, v.name_match,
				v.account_type_match, v.basis, v.reason, v.reason_code, v.suggested_name, v.provider_reference,
				v.attempts, v.checked_at, v.action_link, v.action_expires_at, coalesce(c.repeats, 0) as repeats,
				coalesce(c.sandbox, v.reused_from is not null and (select sandbox from run where id = ?)) as sandbox,
				case when v.reused_from is not null
					then (select o.run_id from verification o where o.id = v.reused_from) end as reused_run,
				b.provider as first_provider, b.reason as first_reason, m.accepted_by, m.accepted_at, m.expires_at,
				m.comment as accepted_comment,
				v.id, v.row_count, case when v.first_row < r.number then (
					select f.line from payee_row f where f.run_id = v.run_id and f.number = v.first_row) end as first_line
			from payee_row r
			left join verification v on v.run_id = r.run_id and v.provider = r.provider and v.question = r.question
			left join verification b on b.id = r.fell_back_from and b.run_id = r.run_id
			left join remembered_match m on m.id = v.remembered_match
			left join (
				select c.verification_id, bool_or(c.sandbox) as sandbox, sum(%2$s) as repeats
				from call c join verification v on v.id = c.verification_id where v.run_id = ?%1$s
				group by c.verification_id) c on c.verification_id = v.id
			where r.run_id = ?%1$s order by r.number""";

	private final JdbcTemplate jdbc;

	Outcomes(JdbcTemplate jdbc) {
		this.jdbc = Streaming.over(jdbc);
	}

	/** Hands over the outcome of every row of a run, in the order of the file. */
	@Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
	public void each(long run, Reader reader) {
		each(run, "", reader);
	}

	/** Hands over the rows for which a person must act, in the order of the file. */
	@Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
	public void eachForAPerson(long run, Reader reader) {
		each(run, " and (v.verdict = 'ACTION_REQUIRED' or v.action_link is not null)", reader);
	}

	private void each(long run, String which, Reader reader) {
		// in both places: the calls of all other rows are not wanted either
		this.jdbc.query(SELECT.formatted(which, Repeats.OF_CALL), (results) -> {
			reader.read(read(results));
		}, run, run, run);
	}

	private static RowOutcome read(ResultSet results) throws SQLException {
		@Nullable String problem = results.getString("problem");
		@Nullable String provider = results.getString("provider");
		return new RowOutcome(results.getLong("number"), results.getLong("line"),
				Json.strings(results.getString("fields")),
				(problem != null) ? new Problem(results.getString("problem_column"), problem) : null,
				(provider != null) ? new ProviderName(provider) : null, Findings.read(results),
				results.getInt("attempts"), Times.read(results, "checked_at"), results.getBoolean("sandbox"),
				results.getInt("repeats"), action(results), firstAsked(results), sharing(results), reusedRun(results),
				accepted(results));
	}

	private static @Nullable Sharing sharing(ResultSet results) throws SQLException {
		long question = results.getLong("id");
		if (results.wasNull()) {
			return null;
		}
		long rows = results.getLong("row_count");
		long firstLine = results.getLong("first_line");
		return new Sharing(question, rows, results.wasNull() ? null : firstLine);
	}

	private static @Nullable Long reusedRun(ResultSet results) throws SQLException {
		long run = results.getLong("reused_run");
		return results.wasNull() ? null : run;
	}

	private static @Nullable AcceptedMatch accepted(ResultSet results) throws SQLException {
		String by = results.getString("accepted_by");
		return (by == null) ? null : new AcceptedMatch(by, Times.require(results, "accepted_at"),
				Times.require(results, "expires_at"), results.getString("accepted_comment"));
	}

	private static @Nullable Action action(ResultSet results) throws SQLException {
		String link = results.getString("action_link");
		Instant expiresAt = Times.read(results, "action_expires_at");
		return (link != null || expiresAt != null) ? new Action(link, expiresAt) : null;
	}

	private static @Nullable FirstAsked firstAsked(ResultSet results) throws SQLException {
		String provider = results.getString("first_provider");
		return (provider != null) ? new FirstAsked(new ProviderName(provider), results.getString("first_reason"))
				: null;
	}

	/** Takes one outcome after the other. */
	@FunctionalInterface
	public interface Reader {

		void read(RowOutcome outcome);

	}

}
