package dev.tickmark.ledger;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.ledger.Figures.VerdictCount;
import dev.tickmark.payee.Change;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.InputRow;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.Verdict;
import dev.tickmark.payee.VerificationState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@LedgerTest
class RunChecksTests {

	/** Name, amount, currency. */
	private static final AmountColumns AMOUNTS = new AmountColumns(1, 2, "", '.');

	private static final String ANNA = "(select id from verification where run_id = :run and first_row = 1)";

	private static final Finding UNABLE = Finding.of(Verdict.UNABLE_TO_CHECK, "The bank takes no part.");

	private final RunChecks checks;

	private final Runs runs;

	private final Rows rows;

	private final CallJournal journal;

	private final Changes changes;

	private final Fallbacks fallbacks;

	private final Originals originals;

	private final OwnerLocks locks;

	private final Given given;

	private final JdbcClient jdbc;

	RunChecksTests(RunChecks checks, Runs runs, Rows rows, CallJournal journal, Changes changes, Fallbacks fallbacks,
			Originals originals, OwnerLocks locks, Given given, JdbcClient jdbc) {
		this.checks = checks;
		this.runs = runs;
		this.rows = rows;
		this.journal = journal;
		this.changes = changes;
		this.fallbacks = fallbacks;
		this.originals = originals;
		this.locks = locks;
		this.given = given;
		this.jdbc = jdbc;
	}

	@ParameterizedTest
	@EnumSource(RunState.class)
	void aGoodRunAddsUpHoweverItStands(RunState state) {
		long run = goodRun();
		if (state == RunState.COMPLETE) {
			concludeAll(run);
		}
		end(run, state);
		assertThat(check(run).faults()).isEmpty();
		assertThat(check(run).addsUp()).isTrue();
	}

	@Test
	void itIsToldWhatARunComesTo() {
		RunCheck check = check(goodRun());
		assertThat(check.run().rows()).isEqualTo(6);
		assertThat(check.stored()).isEqualTo(6);
		assertThat(check.settled()).isEqualTo(6);
		assertThat(check.verdicts()).containsExactly(new VerdictCount("", "REJECTED_INPUT", 1),
				new VerdictCount("banfico", "MATCH", 2), new VerdictCount("banfico", "PENDING", 2),
				new VerdictCount("paysway", "PROVIDER_ERROR", 1));
		assertThat(check.lanes()).extracting(Figures.LaneCount::calls).containsExactly(2L, 1L);
		AmountSums amounts = amounts(check);
		assertThat(amounts.sums()).containsExactly(entry("EUR", new BigDecimal("135.50")),
				entry("GBP", new BigDecimal("7")));
		assertThat(amounts.of("MATCH", "EUR")).isEqualTo("30.50");
		assertThat(amounts.of("REJECTED_INPUT", "EUR")).isEqualTo("5");
		assertThat(amounts.of("MATCH", "GBP")).isZero();
		assertThat(amounts.ofVerdicts("EUR")).isEqualTo("135.50");
		assertThat(amounts.control()).isEqualTo("142.50");
		assertThat(amounts.unread()).isOne();
	}

	@Test
	void thereIsNoSuchRun() {
		assertThat(this.checks.check(Long.MAX_VALUE, (_) -> null)).isEmpty();
	}

	@Test
	void theLatestRunsComeFirst() {
		long first = this.given.run().id();
		long second = this.given.run().id();
		assertThat(this.checks.latest(1000)).containsSubsequence(second, first);
		assertThat(this.checks.latest(1)).hasSize(1);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("faults")
	void everyFaultIsFoundWhileTheRunGoesOnAsWell(List<String> found, String sql) {
		long run = goodRun();
		this.jdbc.sql(sql).param("run", run).update();
		assertThat(check(run).faults()).containsExactlyElementsOf(found);
		end(run, RunState.OPEN);
		assertThat(check(run).faults()).containsExactlyInAnyOrderElementsOf(found);
	}

	private static Stream<Arguments> faults() {
		return Stream.of(
				fault("update run set row_count = row_count + 2 where id = :run",
						"rows stored that were not read, or read and not stored: 2"),
				fault("delete from payee_row where run_id = :run and number = 6",
						"rows stored that were not read, or read and not stored: 1",
						"sum of line numbers that differs from the file's: 7",
						"characters that differ from the file's: 17"),
				fault("update payee_row set fields = '[\"Anna\",\"90.50\",\"EUR\"]' where run_id = :run and number = 1",
						"rows whose amount is another than was taken in with the payee: 1"),
				fault("update payee_row set fields = '[\"Anna\",\"110.50\",\"EUR\"]' where run_id = :run and number = 1",
						"characters that differ from the file's: 1",
						"rows whose amount is another than was taken in with the payee: 1"),
				fault("update payee_row set payee = '{\"NAME\":\"Anna\"}' where run_id = :run and number = 1",
						"rows whose amount is another than was taken in with the payee: 1"),
				fault("delete from verification where run_id = :run and first_row = 4", "rows without an outcome: 1",
						"rows that verifications count too many or too few: 1",
						"amounts in EUR: 135.50 in all rows, 35.50 by verdict"),
				fault("""
						update verification set row_count = case first_row when 1 then 1 else 2 end
						where run_id = :run and first_row in (1, 3)""", "MATCH by banfico: 2 rows, counted as 1",
						"PENDING by banfico: 2 rows, counted as 3"),
				fault("delete from call where verification_id = " + ANNA,
						"verdicts from a provider without an answer in the journal: 1",
						"verifications with more attempts than calls in the journal: 1"),
				fault("""
						delete from call where verification_id = (
							select id from verification where run_id = :run and first_row = 3)""",
						"verifications with more attempts than calls in the journal: 1"),
				fault("update verification set attempts = 0 where id = " + ANNA,
						"verifications that count as never asked and have calls: 1"),
				fault("update verification set verdict = 'PENDING' where id = " + ANNA,
						"verifications whose verdict does not fit their state: 1"),
				fault("update verification set verdict = 'NO_MATCH' where run_id = :run and first_row = 3",
						"verifications whose verdict does not fit their state: 1"),
				fault("update verification set name_match = 'NONE' where id = " + ANNA,
						"MATCHes without their grounds: 1"),
				fault("update verification set account_state = 'CLOSED' where id = " + ANNA,
						"MATCHes without their grounds: 1"),
				fault("update verification set basis = 'REGISTRATION_ONLY' where id = " + ANNA,
						"MATCHes without their grounds: 1"),
				fault("update verification set account_type_match = null where id = " + ANNA,
						"MATCHes without their grounds: 1"),
				fault("update verification set verdict = 'PERHAPS' where id = " + ANNA, "verdicts that are none: 1"));
	}

	private static Arguments fault(String sql, String... found) {
		return arguments(List.of(found), sql);
	}

	@Test
	void aRowWithTwoOutcomesIsCountedTwice() {
		long run = goodRun();
		this.jdbc.sql("""
				insert into verification (run_id, provider, question, first_row, state, row_count)
				select run_id, provider, question, 2, 'READY', 0 from payee_row
				where run_id = :run and number = 1""").param("run", run).update();
		assertThat(check(run).faults()).contains("PENDING by banfico: 4 rows, counted as 2",
				"amounts in EUR: 135.50 in all rows, 166.00 by verdict");
	}

	@Test
	void whatIsBeingAskedForTheFirstTimeIsAFaultOnlyAtTheEnd() {
		long run = goodRun();
		this.journal.asking(this.given.verifications(run).get(2), 1, 1);
		for (RunState state : Set.of(RunState.STARTED, RunState.STOPPED, RunState.FAILED)) {
			end(run, state);
			assertThat(check(run).faults()).as(state.name()).isEmpty();
		}
		end(run, RunState.OPEN);
		assertThat(check(run).faults()).containsExactly("verifications still ASKING: 1",
				"verifications whose verdict does not fit their state: 1");
		this.jdbc.sql("update verification set asking_call = null where run_id = ? and state = 'ASKING'")
			.param(run)
			.update();
		end(run, RunState.STARTED);
		assertThat(check(run).faults()).containsExactly("verifications that are being asked by no call: 1");
	}

	@Test
	void anAnswerThatNobodyHasActedUponYetIsNoFault() {
		long run = goodRun();
		long asked = this.given.verifications(run).get(2);
		this.journal.asking(asked, 1, 1);
		this.journal.record(asked, Given.call(1));
		assertThat(check(run).faults()).isEmpty();
		end(run, RunState.STOPPED);
		assertThat(check(run).faults()).isEmpty();
	}

	@Test
	void openRowsAreAFaultOfACompleteRunOnly() {
		long run = goodRun();
		end(run, RunState.COMPLETE);
		assertThat(check(run).faults()).containsExactly("rows still open, though the run is COMPLETE: 3");
	}

	@Test
	void aRunThatHasNotTakenItsFileInHasNothingToAddUp() {
		Run run = this.given.run();
		for (RunState state : Set.of(RunState.STARTED, RunState.STOPPED, RunState.FAILED)) {
			end(run.id(), state);
			assertThat(check(run.id()).faults()).as(state.name()).isEmpty();
			assertThat(check(run.id()).verdicts()).isEmpty();
		}
		this.jdbc.sql("update run set row_count = null where id = ?").param(moved(goodRun(), run.id())).update();
		assertThat(check(run.id()).faults())
			.containsExactly("rows and verifications of a file that was not taken in: 10");
		end(run.id(), RunState.OPEN);
		assertThat(check(run.id()).faults()).contains("the run is OPEN, and its file was not taken in");
	}

	@Test
	void whileTheFileIsTakenInNothingOfItIsSeen() {
		Run run = this.given.run();
		this.rows.load(run.id(), (sink) -> {
			Given.ask(sink, 2, "Anna", Given.BANFICO, "a");
			assertThat(elsewhere(() -> check(run.id()).faults())).isEmpty();
		});
		assertThat(check(run.id()).faults()).isEmpty();
		assertThat(check(run.id()).stored()).isOne();
	}

	@Test
	void whatHappensMeanwhileIsNotSeen() {
		long run = goodRun();
		RunCheck check = this.checks.check(run, (_) -> {
			// in the middle of it
			elsewhere(() -> this.jdbc.sql("delete from payee_row where run_id = ? and number = 1").param(run).update());
			return AMOUNTS;
		}).orElseThrow();
		assertThat(check.faults()).isEmpty();
		assertThat(check(run).faults()).isNotEmpty();
	}

	/** On another connection. */
	private static <T> T elsewhere(Supplier<T> work) {
		return CompletableFuture.supplyAsync(work).orTimeout(30, TimeUnit.SECONDS).join();
	}

	@Test
	void aRunThatFellBackAddsUpAtEveryMomentOfIt() {
		long run = this.given.run().id();
		this.rows.load(run, (sink) -> {
			sink.ask(row(2, "Anna", "10", "EUR"), Given.asked(Given.BANFICO, "a"), Given.asked(Given.PAYSWAY, "x"));
			sink.ask(row(3, "Bert", "20", "EUR"), Given.asked(Given.BANFICO, "b"), Given.asked(Given.PAYSWAY, "y"));
			sink.ask(row(4, "Carl", "30", "EUR"), Given.asked(Given.PAYSWAY, "x"), null);
		});
		List<Long> ids = this.given.verifications(run);
		answer(ids.get(0), UNABLE);
		answer(ids.get(1), UNABLE);
		answer(ids.get(2), Given.match());
		assertThat(check(run).faults()).isEmpty();
		end(run, RunState.OPEN);
		assertThat(check(run).faults()).containsExactly("rows that could have fallen back and did not: 2");
		end(run, RunState.STARTED);
		this.fallbacks.follow(run, Given.PAYSWAY, Set.of(Given.BANFICO), Given.NOON, 1);
		assertThat(check(run).faults()).isEmpty();
		this.fallbacks.settle(run);
		answer(this.given.verifications(run).getLast(), Given.match());
		end(run, RunState.COMPLETE);
		assertThat(check(run).faults()).isEmpty();
		assertThat(check(run).verdicts()).containsExactly(new VerdictCount("paysway", "MATCH", 3));
		assertThat(amounts(check(run)).of("MATCH", "EUR")).isEqualTo("60");
		this.jdbc.sql("update verification set verdict = 'MATCH' where id = ?").param(ids.getFirst()).update();
		assertThat(check(run).faults())
			.contains("rows that fell back from a provider which was not unable to check: 1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "delete from call where verification_id = :original",
			"update verification set attempts = 1 where reused_from = :original",
			"""
					insert into call (verification_id, number, kind, method, path, sent_at, took_micros, repeated, sandbox, status)
					select id, 1, 'SUBMIT', 'POST', '/v1', now(), 1, false, false, 200
					from verification where reused_from = :original""" })
	void whatIsReusedRestsOnTheOtherRunsAnswerAndOnNoneOfItsOwn(String planted) {
		long original = this.given.asking("Anna");
		long asked = this.given.verifications(original).getFirst();
		answer(asked, Given.match());
		end(original, RunState.COMPLETE);
		long run = this.given.asking("Anna");
		this.jdbc
			.sql("""
					update verification v set state = 'CONCLUDED', reused_from = o.id, verdict = o.verdict,
						account_state = o.account_state, name_match = o.name_match, account_type_match = o.account_type_match,
						basis = o.basis, reason = o.reason, checked_at = o.checked_at
					from verification o where v.run_id = ? and o.id = ?""")
			.params(run, asked)
			.update();
		end(run, RunState.COMPLETE);
		assertThat(check(run).faults()).isEmpty();
		assertThat(check(original).faults()).isEmpty();
		this.jdbc.sql(planted).param("original", asked).update();
		assertThat(check(run).faults()).isNotEmpty()
			.allMatch((fault) -> fault.matches("(verdicts from a provider without|answers that are reused|"
					+ "verifications with more attempts).*: 1"));
	}

	@Test
	void theFileThatIsKeptIsTheOneThatWasRead(@TempDir Path folder) throws Exception {
		Path file = Files.writeString(folder.resolve("payees.csv"), "name\nAnna\n".repeat(1000));
		String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
		Run run = this.given.run(new RunKey(sha256, Given.key().sha256(), false));
		assertThat(this.originals.keep(run.id(), file, sha256)).isTrue();
		this.rows.load(run.id(), (sink) -> Given.ask(sink, 2, "Anna", Given.BANFICO, "a"));
		assertThat(check(run.id()).faults()).isEmpty();
		this.jdbc.sql("update file_part set bytes = set_byte(bytes, 9, 1 + get_byte(bytes, 9) % 255) where run_id = ?")
			.param(run.id())
			.update();
		assertThat(check(run.id()).faults())
			.containsExactly("the file that is kept with the run is not the one it has read, by its SHA-256");
	}

	@Test
	void whoHoldsTheLockIsAtWorkOnIt() {
		Run run = this.given.run();
		assertThat(check(run.id()).owner()).isNull();
		try (OwnerLocks.Holder holder = this.locks.open()) {
			assertThat(holder.take(run.key().lock())).isTrue();
			assertThat(check(run.id()).owner()).isNotNull();
			end(run.id(), RunState.STOPPED);
			assertThat(check(run.id()).owner()).isNull();
		}
	}

	@Test
	void amountsOfRunsFromBeforeTheyWereTakenInAreNotMissed() {
		long run = this.given.run().id();
		this.rows.load(run, (sink) -> {
			for (int i = 2; i < 4; i++) {
				sink.ask(Given.row(i, new Payee(Map.of(Column.NAME, "Anna")), "Anna", "10.00", "EUR"),
						Given.asked(Given.BANFICO, "a"), null);
			}
		});
		assertThat(check(run).faults()).isEmpty();
		assertThat(amounts(check(run)).of("PENDING", "EUR")).isEqualTo("20.00");
	}

	/**
	 * Rows 1 and 2 share a match, 3 is pending, 4 was never asked, 5 is held and has no
	 * amount, 6 was rejected.
	 */
	private long goodRun() {
		long run = this.given.run().id();
		this.rows.load(run, (sink) -> {
			sink.ask(row(2, "Anna", "10.50", "EUR"), Given.asked(Given.BANFICO, "a"), null);
			sink.ask(row(3, "Anna", "20", "EUR"), Given.asked(Given.BANFICO, "a"), null);
			sink.ask(row(4, "Bert", "7", "GBP"), Given.asked(Given.BANFICO, "b"), null);
			sink.ask(row(5, "Carl", "100", "EUR"), Given.asked(Given.BANFICO, "c"), null);
			sink.ask(row(6, "Dora", "", "EUR"), Given.asked(Given.PAYSWAY, "d"), null);
			sink.reject(
					InputRow.bad(7, List.of("bad", "5", "EUR"), new Problem("iban", "The check digits are wrong.")));
		});
		List<Long> ids = this.given.verifications(run);
		answer(ids.get(0), Given.match());
		for (long id : List.of(ids.get(1), ids.get(3))) {
			this.journal.asking(id, 1, 1);
			this.journal.record(id, Given.call(1));
		}
		this.changes.apply(List.of(Given.change(ids.get(1), VerificationState.WAITING),
				Given.change(ids.get(3), VerificationState.HELD)), 1);
		return run;
	}

	private void concludeAll(long run) {
		List<Long> ids = this.given.verifications(run);
		answer(ids.get(2), Given.match());
		this.changes.apply(List.of(Given.change(ids.get(1), VerificationState.CONCLUDED)), 1);
		this.jdbc.sql("update verification set state = 'READY' where id = ?").param(ids.get(3)).update();
		this.changes.apply(List.of(Given.change(ids.get(3), VerificationState.CONCLUDED)), 1);
	}

	private static InputRow row(long line, String name, String amount, String currency) {
		EnumMap<Column, String> values = new EnumMap<>(
				Map.of(Column.NAME, name, Column.AMOUNT, amount, Column.CURRENCY, currency));
		return Given.row(line, new Payee(values), name, amount, currency);
	}

	/** Asks, answers and concludes. */
	private void answer(long verification, Finding finding) {
		this.journal.asking(verification, 1, 1);
		this.journal.record(verification, Given.call(1));
		this.changes.apply(List
			.of(new Change(verification, VerificationState.CONCLUDED, null, 1, 0, null, null, finding, Given.NOON)), 1);
	}

	/** Gives what was taken in for a run to another one, by force. */
	private long moved(long from, long to) {
		for (String table : List.of("payee_row", "verification")) {
			this.jdbc.sql("update " + table + " set run_id = ? where run_id = ?").params(to, from).update();
		}
		return to;
	}

	private void end(long run, RunState state) {
		this.runs.end(run, 1, state, null);
	}

	private RunCheck check(long run) {
		return this.checks.check(run, (_) -> AMOUNTS).orElseThrow();
	}

	private static AmountSums amounts(RunCheck check) {
		@Nullable AmountSums amounts = check.amounts();
		assertThat(amounts).isNotNull();
		return Objects.requireNonNull(amounts);
	}

}
