package dev.tickmark.ledger;

import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import dev.tickmark.payee.Verdict;
import dev.tickmark.payee.VerificationState;

import static org.assertj.core.api.Assertions.assertThat;

@LedgerTest
class StandingsTests {

	private final Standings standings;

	private final Runs runs;

	private final Rows rows;

	private final Changes changes;

	private final OwnerLocks locks;

	private final Given given;

	private final JdbcClient jdbc;

	private final TransactionOperations transaction;

	StandingsTests(Standings standings, Runs runs, Rows rows, Changes changes, OwnerLocks locks, Given given,
			JdbcClient jdbc, TransactionOperations transaction) {
		this.transaction = transaction;
		this.standings = standings;
		this.runs = runs;
		this.rows = rows;
		this.changes = changes;
		this.locks = locks;
		this.given = given;
		this.jdbc = jdbc;
	}

	@Test
	void openRowsAreCountedByVerdictAndRowsOfOneQuestionEach() {
		long run = this.given.run().id();
		this.rows.load(run, (sink) -> {
			Given.ask(sink, 2, "Anna", Given.BANFICO, "a");
			Given.ask(sink, 3, "Anna", Given.BANFICO, "a");
			Given.ask(sink, 4, "Bert", Given.BANFICO, "b");
			Given.ask(sink, 5, "Bert", Given.BANFICO, "b");
			Given.ask(sink, 6, "Bert", Given.BANFICO, "b");
			Given.ask(sink, 7, "Carl", Given.PAYSWAY, "b");
			Given.ask(sink, 8, "Dora", Given.PAYSWAY, "d");
			Given.reject(sink, 9, "bad");
		});
		List<Long> ids = this.given.verifications(run);
		this.changes.apply(List.of(Given.change(ids.get(0), VerificationState.CONCLUDED),
				Given.change(ids.get(1), VerificationState.WAITING), Given.change(ids.get(2), VerificationState.HELD)),
				1);
		this.runs.end(run, 1, RunState.OPEN, null);
		Standing standing = of(run);
		assertThat(standing.run().rows()).isEqualTo(8);
		assertThat(standing.open()).isEqualTo(Map.of(Verdict.PENDING, 3L + 1L, Verdict.PROVIDER_ERROR, 1L));
		assertThat(standing.openRows()).isEqualTo(5);
	}

	@Test
	void aRunThatHasNotReadItsFileHasNothingOpenYet() {
		Standing standing = of(this.given.run().id());
		assertThat(standing.run().rows()).isNull();
		assertThat(standing.open()).isEmpty();
		assertThat(standing.lastAnswerAt()).isNull();
	}

	@Test
	void whoHoldsTheLockIsAtWorkOnTheRunAndNobodyElsesRunIsTouched() {
		Run run = this.given.run();
		Run other = this.given.run();
		assertThat(of(run.id()).cutOff()).isTrue();
		try (OwnerLocks.Holder holder = this.locks.open()) {
			holder.take(run.key().lock());
			Standing standing = of(run.id());
			assertThat(standing.cutOff()).isFalse();
			assertThat(standing.owner()).satisfies((owner) -> {
				assertThat(owner.name()).startsWith("tickmark process " + ProcessHandle.current().pid() + " on ");
				assertThat(owner.since()).isNotNull();
			});
			assertThat(of(other.id()).owner()).isNull();
		}
		Awaitility.await().until(() -> of(run.id()).cutOff());
	}

	@Test
	void theLockIsTheLatestRunsOfItsContent() {
		RunKey key = Given.key();
		Run first = this.given.run(key);
		Run second = this.given.run(key);
		Run sandbox = this.given.run(new RunKey(key.sha256(), key.job(), true));
		try (OwnerLocks.Holder holder = this.locks.open()) {
			holder.take(key.lock());
			assertThat(of(first.id()).newer()).isEqualTo(second.id());
			assertThat(of(first.id()).cutOff()).isTrue();
			assertThat(of(second.id()).newer()).isNull();
			assertThat(of(second.id()).cutOff()).isFalse();
			assertThat(of(sandbox.id()).owner()).isNull();
		}
	}

	@Test
	void aStartedRunTellsWhenItHeardLast() {
		long run = this.given.asking(3);
		List<Long> ids = this.given.verifications(run);
		this.changes.apply(List.of(Given.change(ids.get(0), VerificationState.CONCLUDED)), 1);
		assertThat(of(run).lastAnswerAt()).isEqualTo(Given.NOON);
		this.runs.end(run, 1, RunState.STOPPED, "stopped");
		assertThat(of(run).lastAnswerAt()).isNull();
		assertThat(of(run).cutOff()).isFalse();
	}

	@Test
	void theLatestRunsComeFirstAndNotMoreThanWereAskedFor() {
		long first = this.given.run().id();
		long second = this.given.run().id();
		assertThat(this.standings.list(2)).extracting((standing) -> standing.run().id()).containsExactly(second, first);
		assertThat(this.standings.list(1)).hasSize(1);
	}

	@Test
	void openRowsAreFoundByTheirIndexHoweverManyAreDone() {
		long run = this.given.asking(20_000);
		this.jdbc.sql("""
				update verification set state = 'CONCLUDED', verdict = 'NO_MATCH', checked_at = now()
				where run_id = ? and id % 4000 <> 0""").param(run).update();
		this.jdbc.sql("analyze verification").update();
		String plan = this.transaction.execute((_) -> {
			// what other tests have left open may make reading all of it as cheap
			this.jdbc.sql("set local enable_seqscan = off").update();
			return String.join("\n",
					this.jdbc.sql("explain " + Standings.OPEN)
						.param(new Long[] { run, run + 1 })
						.query((results, _) -> results.getString(1))
						.list());
		});
		assertThat(plan).contains("verification_open").doesNotContain("Seq Scan");
		assertThat(of(run).openRows()).isEqualTo(5);
	}

	private Standing of(long run) {
		return this.standings.list(1000).stream().filter((s) -> s.run().id() == run).findFirst().orElseThrow();
	}

}
