package dev.tickmark.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tickmark.payee.Change;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.FirstAsked;
import dev.tickmark.payee.InputRow;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Verdict;
import dev.tickmark.payee.VerificationState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@LedgerTest
class FallbacksTests {

	private static final Finding UNABLE = Finding.of(Verdict.UNABLE_TO_CHECK, "The bank takes no part.");

	private final Fallbacks fallbacks;

	private final Rows rows;

	private final Changes changes;

	private final CallJournal journal;

	private final Outcomes outcomes;

	private final Balance balance;

	private final Given given;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private long run;

	FallbacksTests(Fallbacks fallbacks, Rows rows, Changes changes, CallJournal journal, Outcomes outcomes,
			Balance balance, Given given, JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.fallbacks = fallbacks;
		this.rows = rows;
		this.changes = changes;
		this.journal = journal;
		this.outcomes = outcomes;
		this.balance = balance;
		this.given = given;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
	}

	@Test
	void onlyRowsThatNameAFallbackChangeOverAndOnlyWhenTheFirstIsUnable() {
		List<Long> ids = load("a/x", "a/x", "b/y", "c/", "d/z");
		conclude(ids.get(0), UNABLE);
		conclude(ids.get(1), Given.match());
		conclude(ids.get(2), UNABLE);
		assertThat(this.fallbacks.possible(this.run)).containsExactly(Given.PAYSWAY);
		assertThat(follow()).isOne();
		assertThat(follow()).as("it has happened").isZero();
		assertThat(read().stream().map(RowOutcome::provider)).containsExactly(Given.PAYSWAY, Given.PAYSWAY,
				Given.BANFICO, Given.BANFICO, Given.BANFICO);
		assertThat(read().getFirst().finding()).isNull();
		assertThat(read().getFirst().firstAsked()).isEqualTo(new FirstAsked(Given.BANFICO, "The bank takes no part."));
		assertThat(read().get(2).firstAsked()).isNull();
		assertThat(counts()).containsExactly("banfico 0", "banfico 1", "banfico 1", "banfico 1", "paysway 2");
	}

	@Test
	void aRunThatFellBackAddsUp() {
		List<Long> ids = load("a/x", "b/x", "a/");
		conclude(ids.get(0), UNABLE);
		assertThat(follow()).isOne();
		conclude(ids.get(1), UNABLE);
		assertThat(follow()).as("the same is asked already").isZero();
		long second = this.given.verifications(this.run).getLast();
		this.journal.asking(second, 1, 1);
		this.journal.record(second, Given.call(1));
		conclude(second, Given.match());
		assertThat(counts()).containsExactly("banfico 1", "banfico 0", "paysway 2");
		assertThat(this.balance.faults(this.run)).isEmpty();
		assertThat(this.fallbacks.possible(this.run)).isEmpty();

		this.jdbc.sql("update verification set verdict = 'MATCH' where id = ?").param(ids.get(1)).update();
		assertThat(this.balance.faults(this.run))
			.anyMatch((fault) -> fault.startsWith("rows that fell back from a provider which was not unable"));
	}

	@Test
	void aQuestionThatIsAskedAnywayIsTakenAsItStands() {
		this.run = this.given.run().id();
		this.rows.load(this.run, (sink) -> {
			Given.ask(sink, 2, "direct", Given.PAYSWAY, "x");
			sink.ask(row(3, "a"), Given.asked(Given.BANFICO, "a"), Given.asked(Given.PAYSWAY, "x"));
		});
		List<Long> ids = this.given.verifications(this.run);
		conclude(ids.get(0), Given.match());
		conclude(ids.get(1), UNABLE);
		assertThat(follow()).isZero();
		assertThat(read()).allSatisfy((row) -> assertThat(row.finding()).isEqualTo(Given.match()));
		assertThat(counts()).containsExactly("paysway 2", "banfico 0");
	}

	/**
	 * Waiting for it could be for ever: its writer may wait for one that is held here.
	 */
	@Test
	void aQuestionThatIsBeingWrittenIsNotWaitedFor() {
		this.run = this.given.run().id();
		this.rows.load(this.run, (sink) -> {
			sink.ask(row(2, "a"), Given.asked(Given.BANFICO, "a"), Given.asked(Given.PAYSWAY, "x"));
			Given.ask(sink, 3, "direct", Given.PAYSWAY, "x");
			sink.ask(row(4, "b"), Given.asked(Given.BANFICO, "b"), Given.asked(Given.PAYSWAY, "y"));
		});
		List<Long> ids = this.given.verifications(this.run);
		conclude(ids.get(0), UNABLE);
		conclude(ids.get(2), UNABLE);
		this.transaction.executeWithoutResult((_) -> {
			conclude(ids.get(1), Given.match());
			assertThat(follow()).as("the other one goes on").isOne();
		});
		assertThat(counts()).containsExactly("banfico 1", "paysway 1", "banfico 0", "paysway 1");
		assertThat(follow()).isZero();
		assertThat(counts()).containsExactly("banfico 0", "paysway 2", "banfico 0", "paysway 1");
		assertThat(read().getFirst().finding()).isEqualTo(Given.match());
		assertThat(read().get(1).sharing()).as("the first line is not known yet")
			.satisfies((sharing) -> assertThat(sharing.firstLine()).isNull());
		this.fallbacks.settle(this.run);
		assertThat(read().get(1).sharing()).satisfies((sharing) -> assertThat(sharing.firstLine()).isEqualTo(2));
		assertThat(this.balance.faults(this.run))
			.containsExactly("verdicts from a provider without an answer in the journal: 1");
	}

	@Test
	void whatCouldFallBackAndDidNotIsFoundOut() {
		List<Long> ids = load("a/x");
		conclude(ids.get(0), UNABLE);
		assertThat(this.balance.faults(this.run)).containsExactly("rows that could have fallen back and did not: 1");
		follow();
		assertThat(this.balance.faults(this.run)).isEmpty();
		this.jdbc.sql("update verification set row_count = 1 - row_count where run_id = ?").param(this.run).update();
		assertThat(this.balance.faults(this.run))
			.anyMatch((fault) -> fault.startsWith("questions to fall-backs that count other rows"));
	}

	@Test
	void aProcessThatHasLostTheRunChangesNothing() {
		List<Long> ids = load("a/x");
		conclude(ids.get(0), UNABLE);
		assertThatIllegalStateException()
			.isThrownBy(() -> this.fallbacks.follow(this.run, Given.PAYSWAY, Set.of(Given.BANFICO), Given.NOON, 2));
		assertThat(counts()).containsExactly("banfico 1");
	}

	/** Rows with a question to Banfico and, behind the slash, one to PaySway. */
	private List<Long> load(String... rows) {
		this.run = this.given.run().id();
		this.rows.load(this.run, (sink) -> {
			for (int i = 0; i < rows.length; i++) {
				String[] questions = rows[i].split("/", -1);
				sink.ask(row(i + 2, questions[0]), Given.asked(Given.BANFICO, questions[0]),
						questions[1].isEmpty() ? null : Given.asked(Given.PAYSWAY, questions[1]));
			}
		});
		return this.given.verifications(this.run);
	}

	private static InputRow row(long line, String name) {
		return Given.row(line, new Payee(Map.of(Column.NAME, name)), name);
	}

	private void conclude(long verification, Finding finding) {
		this.changes.apply(List
			.of(new Change(verification, VerificationState.CONCLUDED, null, 1, 0, null, null, finding, Given.NOON)), 1);
	}

	private int follow() {
		return this.fallbacks.follow(this.run, Given.PAYSWAY, Set.of(Given.BANFICO), Given.NOON, 1);
	}

	private List<RowOutcome> read() {
		List<RowOutcome> read = new ArrayList<>();
		this.outcomes.each(this.run, read::add);
		return read;
	}

	private List<String> counts() {
		return this.jdbc.sql("select provider || ' ' || row_count from verification where run_id = ? order by id")
			.param(this.run)
			.query((results, _) -> results.getString(1))
			.list();
	}

}
