package dev.tickmark.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.ledger.Figures.VerdictCount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@LedgerTest
class RunChecksTests extends RunChecksCase {

	RunChecksTests(RunChecks checks, Runs runs, Rows rows, CallJournal journal, Changes changes, Fallbacks fallbacks,
			Originals originals, OwnerLocks locks, Given given, JdbcClient jdbc) {
		super(checks, runs, rows, journal, changes, fallbacks, originals, locks, given, jdbc);
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

}
