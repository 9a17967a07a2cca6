package dev.tickmark.ledger;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.payee.VerificationState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@LedgerTest
class BalanceTests {

	private static final String ROWS = "rows stored that were not read, or read and not stored";

	private static final String LINES = "sum of line numbers that differs from the file's";

	private static final String CHARACTERS = "characters that differ from the file's";

	private static final String GAPS = "gaps in the numbers of the rows";

	private static final String NO_OUTCOME = "rows without an outcome";

	private static final String NO_ROW = "verifications that no row asks for";

	private static final String COUNTED = "rows that verifications count too many or too few";

	private static final String ASKING = "verifications still ASKING";

	private static final String MISFIT = "verifications whose verdict does not fit their state";

	private static final String NO_ANSWER = "verdicts from a provider without an answer in the journal";

	private final Balance balance;

	private final Rows rows;

	private final CallJournal journal;

	private final Changes changes;

	private final Given given;

	private final JdbcClient jdbc;

	BalanceTests(Balance balance, Rows rows, CallJournal journal, Changes changes, Given given, JdbcClient jdbc) {
		this.balance = balance;
		this.rows = rows;
		this.journal = journal;
		this.changes = changes;
		this.given = given;
		this.jdbc = jdbc;
	}

	@Test
	void aGoodRunAddsUp() {
		assertThat(this.balance.faults(goodRun())).isEmpty();
	}

	@Test
	void aRunWhoseIntakeNeverEndedDoesNotAddUp() {
		assertThat(this.balance.faults(this.given.run().id())).containsExactly(ROWS + ": 1", LINES + ": 1",
				CHARACTERS + ": 1");
	}

	@Test
	void aFaultOfAnotherRunIsNotThisOnes() {
		long good = goodRun();
		this.jdbc.sql("update run set row_count = 77 where id = ?").param(goodRun()).update();
		assertThat(this.balance.faults(good)).isEmpty();
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("faults")
	void everyFaultIsFound(List<String> found, String sql) {
		long run = goodRun();
		this.jdbc.sql(sql).param("run", run).update();
		assertThat(this.balance.faults(run)).containsExactlyElementsOf(found);
	}

	private static Stream<Arguments> faults() {
		return Stream.of(fault("update run set row_count = row_count + 2 where id = :run", ROWS + ": 2"),
				fault("update run set row_count = row_count - 1 where id = :run", ROWS + ": 1"),
				fault("delete from payee_row where run_id = :run and number = 6", ROWS + ": 1", LINES + ": 7",
						CHARACTERS + ": 7"),
				fault("delete from payee_row where run_id = :run and number = 2", ROWS + ": 1", LINES + ": 3",
						CHARACTERS + ": 9", GAPS + ": 1", COUNTED + ": 1"),
				fault("update run set line_total = line_total - 3 where id = :run", LINES + ": 3"),
				fault("update payee_row set line = line + 1 where run_id = :run and number = 2", LINES + ": 1"),
				fault("update run set character_total = character_total + 5 where id = :run", CHARACTERS + ": 5"),
				fault("update payee_row set fields = '[\"Ann\"]' where run_id = :run and number = 1",
						CHARACTERS + ": 1"),
				fault("update payee_row set number = 7 where run_id = :run and number = 6", GAPS + ": 1"),
				fault("delete from verification where run_id = :run and first_row = 4", NO_OUTCOME + ": 1",
						COUNTED + ": 1"),
				fault("update payee_row set question = 'x' where run_id = :run and number = 2", NO_OUTCOME + ": 1"),
				fault("update payee_row set provider = 'paysway' where run_id = :run and number = 2",
						NO_OUTCOME + ": 1"),
				fault("update verification set first_row = 2 where run_id = :run and first_row = 3", NO_ROW + ": 1"),
				fault("""
						insert into verification (run_id, provider, question, first_row, state)
						values (:run, 'banfico', 'nobody', 9, 'READY')""", NO_ROW + ": 1", COUNTED + ": 1"),
				// the same question once more, about another row
				fault("""
						insert into verification (run_id, provider, question, first_row, state)
						select run_id, provider, question, number, 'READY' from payee_row
						where run_id = :run and number = 2""", COUNTED + ": 1"),
				fault("update verification set state = 'ASKING' where run_id = :run and first_row = 3", ASKING + ": 1"),
				fault("update verification set state = 'ASKING' where run_id = :run and first_row = 4", ASKING + ": 1",
						MISFIT + ": 1"),
				misfit("verdict = 'PENDING'", 1), misfit("verdict = 'ACTION_REQUIRED'", 1),
				misfit("verdict = 'PROVIDER_ERROR'", 1), misfit("state = 'HELD'", 1), misfit("state = 'RETRY'", 1),
				misfit("verdict = null", 3), misfit("state = 'HELD'", 4), misfit("state = 'WAITING'", 4),
				misfit("verdict = 'NO_MATCH'", 5),
				fault("delete from call where verification_id = (select id from verification where run_id = :run"
						+ " and first_row = 1)", NO_ANSWER + ": 1"),
				fault("update call set status = 500 where verification_id = (select id from verification"
						+ " where run_id = :run and first_row = 1)", NO_ANSWER + ": 1"),
				fault("update call set status = null, problem = 'lost' where verification_id = (select id"
						+ " from verification where run_id = :run and first_row = 1)", NO_ANSWER + ": 1"),
				unsupported("CLOSE_MATCH"), unsupported("NO_MATCH"), unsupported("ACCOUNT_NOT_FOUND"),
				unsupported("ACCOUNT_UNUSABLE"));
	}

	private static Arguments fault(String sql, String... found) {
		return arguments(List.of(found), sql);
	}

	private static Arguments misfit(String change, int row) {
		return fault("update verification set " + change + " where run_id = :run and first_row = " + row,
				MISFIT + ": 1");
	}

	/** A verdict on a question to which the provider never answered. */
	private static Arguments unsupported(String verdict) {
		return fault("update verification set state = 'CONCLUDED', checked_at = now(), verdict = '" + verdict
				+ "' where run_id = :run and first_row = 4", NO_ANSWER + ": 1");
	}

	/**
	 * Rows 1 and 2 share a match, 3 is pending, 4 was never asked, 5 is held, 6 was
	 * rejected.
	 */
	private long goodRun() {
		long run = this.given.run().id();
		this.rows.load(run, (sink) -> {
			Given.ask(sink, 2, "Anna", Given.BANFICO, "a");
			Given.ask(sink, 3, "Annie", Given.BANFICO, "a");
			Given.ask(sink, 4, "Bert", Given.BANFICO, "b");
			Given.ask(sink, 5, "Carl", Given.BANFICO, "c");
			Given.ask(sink, 6, "Dora", Given.PAYSWAY, "d");
			Given.reject(sink, 7, "bad");
		});
		List<Long> ids = this.given.verifications(run);
		for (long id : List.of(ids.get(0), ids.get(1), ids.get(3))) {
			this.journal.asking(id, 1, 1);
			this.journal.record(id, Given.call(1));
		}
		this.changes.apply(List.of(Given.change(ids.get(0), VerificationState.CONCLUDED),
				Given.change(ids.get(1), VerificationState.WAITING), Given.change(ids.get(3), VerificationState.HELD)),
				1);
		return run;
	}

}
