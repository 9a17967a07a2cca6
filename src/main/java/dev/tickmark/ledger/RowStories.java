package dev.tickmark.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.tickmark.payee.Call;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.Verification;
import dev.tickmark.payee.VerificationState;

/** Tells all that is known of one row. It only reads, so the run may go on meanwhile. */
@Repository
public class RowStories {

	/** Of so many rows with the same question is told where they stand. */
	private static final int MOST_TOLD = 10;

	private final JdbcClient jdbc;

	private final CallJournal journal;

	private final RowPlaces places;

	RowStories(JdbcClient jdbc, CallJournal journal) {
		this.jdbc = jdbc;
		this.journal = journal;
		this.places = new RowPlaces(jdbc);
	}

	/**
	 * The last row that begins on this line or before it, as all of the ledger is at one
	 * moment.
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW, isolation = Isolation.REPEATABLE_READ, readOnly = true)
	public Optional<RowStory> upTo(long run, long line) {
		return this.jdbc.sql("select number from payee_row where run_id = ? and line <= ? order by number desc limit 1")
			.params(run, line)
			.query(Long.class)
			.optional()
			.flatMap((number) -> row(run, number));
	}

	/** The row with this number in its run, counted from 1. */
	@Transactional(propagation = Propagation.REQUIRES_NEW, isolation = Isolation.REPEATABLE_READ, readOnly = true)
	public Optional<RowStory> find(long run, long number) {
		return row(run, number);
	}

	/** The lines on which the first row and the last row begin; empty without rows. */
	public Optional<Lines> lines(long run) {
		return this.jdbc.sql("""
				select (select line from payee_row where run_id = :run order by number limit 1) as first,
					(select line from payee_row where run_id = :run order by number desc limit 1) as last""")
			.param("run", run)
			.query((results, _) -> new Lines(results.getLong("first"), results.getLong("last")))
			.optional()
			.filter((lines) -> lines.first() > 0);
	}

	private Optional<RowStory> row(long run, long number) {
		return this.places.of(run, "r.number = :number", Map.of("number", number), 1)
			.stream()
			.findFirst()
			.flatMap((place) -> this.jdbc.sql("""
					select fields, payee, problem_column, problem, provider, question, fell_back_from from payee_row
					where run_id = ? and number = ?""")
				.params(run, number)
				.query((results, _) -> row(run, place, results))
				.optional());
	}

	private RowStory row(long run, RowPlace place, ResultSet results) throws SQLException {
		@Nullable String problem = results.getString("problem");
		List<String> fields = Json.strings(results.getString("fields"));
		if (problem != null) {
			return new RowStory(place, fields, null, new Problem(results.getString("problem_column"), problem), null,
					null);
		}
		long first = results.getLong("fell_back_from");
		return new RowStory(place, fields, Json.payee(results.getString("payee")), null,
				question(run, rows(run, results.getString("provider"), results.getBytes("question")),
						"v.provider = ? and v.question = ?", results.getString("provider"),
						results.getBytes("question")),
				(first != 0) ? question(run, List.of(place), "v.id = ?", first) : null);
	}

	private QuestionStory question(long run, List<RowPlace> rows, String which, Object... parameters) {
		List<Instant> passes = this.jdbc.sql("select started_at from pass where run_id = ? order by number")
			.param(run)
			.query((results, _) -> Times.require(results, "started_at"))
			.list();
		// not the link: it lets in whoever has it
		return this.jdbc.sql("""
				select v.id, v.provider, v.attempts, v.failures, v.deadline, v.asking_call, v.state, v.verdict,
					v.account_state, v.name_match, v.account_type_match, v.basis, v.reason, v.reason_code,
					v.suggested_name, v.provider_reference, v.checked_at, v.next_attempt_at, v.row_count,
					v.action_link is not null as handed_over, v.reused_from, v.question, r.payee
				from verification v join payee_row r on r.run_id = v.run_id and r.number = v.first_row
				where v.run_id = ? and\s""" + which)
			.param(run)
			.params(List.of(parameters))
			.query((results, number) -> new QuestionStory(withCalls(Verifications.read(results, number)),
					VerificationState.valueOf(results.getString("state")), Findings.read(results),
					Times.read(results, "checked_at"), Times.read(results, "next_attempt_at"),
					results.getBoolean("handed_over"), results.getLong("row_count"), rows, passes,
					reused(results.getLong("reused_from"), results.getString("provider"), results.getBytes("question")),
					readBacks(results.getLong("reused_from") != 0 ? results.getLong("reused_from")
							: results.getLong("id"))))
			.single();
	}

	private List<RowPlace> rows(long run, String provider, byte[] question) {
		return this.places.of(run, "r.provider = :provider and r.question = :question",
				Map.of("provider", provider, "question", question), MOST_TOLD);
	}

	/**
	 * The answer that is reused.
	 * @param original the number of its verification; 0 when none is reused
	 */
	private QuestionStory.@Nullable Reused reused(long original, String provider, byte[] question) {
		return this.jdbc.sql("select v.*, r.sandbox from verification v join run r on r.id = v.run_id where v.id = ?")
			.param(original)
			.query((results, _) -> new QuestionStory.Reused(results.getLong("run_id"),
					rows(results.getLong("run_id"), provider, question), Findings.read(results),
					results.getBoolean("sandbox")))
			.optional()
			.orElse(null);
	}

	/** The latest of them, in order. */
	private List<QuestionStory.ReadBackTold> readBacks(long verification) {
		return this.jdbc.sql("""
				select reconciliation_id, result, difference, read_at from read_back
				where verification_id = ? and result is not null order by read_at desc limit ?""")
			.params(verification, MOST_TOLD)
			.query((results, _) -> new QuestionStory.ReadBackTold(results.getLong("reconciliation_id"),
					ReadBackResult.valueOf(results.getString("result")), results.getString("difference"),
					Times.require(results, "read_at")))
			.list()
			.reversed();
	}

	private Verification withCalls(Verification bare) {
		Map<Long, List<Call>> calls = this.journal.of(List.of(bare.id()));
		return Verifications.with(bare, calls.getOrDefault(bare.id(), List.of()));
	}

	/** On which lines a run's rows begin. */
	public record Lines(long first, long last) {

	}

}
