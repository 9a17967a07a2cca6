package dev.tickmark.ledger;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.ledger.Figures.Forecast;
import dev.tickmark.ledger.Figures.LaneCount;
import dev.tickmark.ledger.Figures.LanePass;
import dev.tickmark.ledger.Figures.VerdictCount;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Reused;
import dev.tickmark.payee.VerificationState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@LedgerTest
class FiguresTests {

	private static final Set<CallKind> ALL = EnumSet.allOf(CallKind.class);

	private static final Instant NOON = Given.NOON;

	private final Figures figures;

	private final Outcomes outcomes;

	private final Runs runs;

	private final Rows rows;

	private final CallJournal journal;

	private final Changes changes;

	private final Given given;

	private final JdbcClient jdbc;

	/** Four questions to Banfico, two rows of one; one to PaySway; one row rejected. */
	private long run;

	private List<Long> ids = List.of();

	FiguresTests(Figures figures, Outcomes outcomes, Runs runs, Rows rows, CallJournal journal, Changes changes,
			Given given, JdbcClient jdbc) {
		this.figures = figures;
		this.outcomes = outcomes;
		this.runs = runs;
		this.rows = rows;
		this.journal = journal;
		this.changes = changes;
		this.given = given;
		this.jdbc = jdbc;
	}

	@BeforeEach
	void aRun() {
		this.run = this.given.run().id();
		this.rows.load(this.run, (sink) -> {
			Given.ask(sink, 2, "Anna", Given.BANFICO, "a");
			Given.ask(sink, 3, "Anna", Given.BANFICO, "a");
			Given.ask(sink, 4, "Bert", Given.BANFICO, "b");
			Given.ask(sink, 5, "Carl", Given.BANFICO, "c");
			Given.ask(sink, 6, "Dora", Given.BANFICO, "d");
			Given.ask(sink, 7, "Emil", Given.PAYSWAY, "a");
			Given.reject(sink, 8, "bad");
		});
		this.ids = this.given.verifications(this.run);
		this.given.asking(3);
	}

	@Test
	void rowsAreCountedByProviderAndVerdict() {
		this.changes.apply(List.of(Given.change(this.ids.get(0), VerificationState.CONCLUDED),
				Given.change(this.ids.get(1), VerificationState.CONCLUDED),
				Given.change(this.ids.get(2), VerificationState.HELD)), 1);
		assertThat(this.figures.verdicts(this.run)).containsExactly(new VerdictCount("", "REJECTED_INPUT", 1),
				new VerdictCount("banfico", "MATCH", 3), new VerdictCount("banfico", "PENDING", 1),
				new VerdictCount("banfico", "PROVIDER_ERROR", 1), new VerdictCount("paysway", "PENDING", 1));
	}

	@Test
	void lanesCountQuestionsAndCallsNotRows() {
		this.journal.record(this.ids.get(0), Given.call(1));
		this.journal.record(this.ids.get(0), Given.sandboxRepeat(2, NOON));
		this.journal.record(this.ids.get(1), Given.call(1));
		this.changes.apply(List.of(Given.change(this.ids.get(0), VerificationState.CONCLUDED),
				Given.change(this.ids.get(1), VerificationState.WAITING)), 1);
		assertThat(this.figures.lanes(this.run)).containsExactly(
				new LaneCount("banfico", 4, 1, 2, 3, 1, true, Reused.NONE),
				new LaneCount("paysway", 1, 0, 0, 0, 0, false, Reused.NONE));
	}

	@Test
	void whatWasLostWithItsProcessBeforeItWasAskedAgainIsARepeatToo() {
		// 2 was lost
		this.journal.record(this.ids.get(0), Given.call(1));
		this.journal.record(this.ids.get(0), Given.sandboxRepeat(3, NOON));
		// the first was lost
		this.journal.record(this.ids.get(1), Given.sandboxRepeat(2, NOON));
		assertThat(this.figures.lanes(this.run).getFirst().repeats()).isEqualTo(3);
		List<Integer> repeats = new ArrayList<>();
		this.outcomes.each(this.run, (outcome) -> repeats.add(outcome.repeats()));
		assertThat(repeats).contains(2, 1).containsOnly(0, 1, 2);
	}

	@Test
	void theCallsOfALaneAreCountedPassByPassWithTheLimitsOfThen() {
		pass(1, NOON, NOON.plusSeconds(10));
		this.runs.noteLane(this.run, "banfico", "10 a second", ALL);
		this.runs.noteLane(this.run, "paysway", "7 a second", ALL);
		this.journal.record(this.ids.get(0), Given.call(1, NOON));
		this.journal.record(this.ids.get(1), Given.call(1, NOON.plusSeconds(19)));
		this.runs.beginPass(this.run);
		pass(2, NOON.plusSeconds(20), NOON.plusSeconds(30));
		this.runs.noteLane(this.run, "banfico", "1 a second", ALL);
		this.journal.record(this.ids.get(2), Given.call(1, NOON.plusSeconds(20)));
		this.journal.record(this.ids.get(2), Given.call(2, NOON.plusSeconds(21)));
		this.journal.record(this.ids.get(3), Given.call(1, NOON.plusSeconds(999)));
		assertThat(this.figures.passes(this.run)).extracting(LanePass::provider, LanePass::limits, LanePass::calls)
			.containsExactly(tuple("banfico", "10 a second", 2L), tuple("banfico", "1 a second", 3L),
					tuple("paysway", "7 a second", 0L));
	}

	@Test
	void aForecastIsHeldAgainstTheTimeFromWhenItWasMadeToTheLastAnswer() {
		this.runs.noteLane(this.run, "banfico", "10 a second", ALL);
		this.runs.noteLane(this.run, "paysway", "7 a second", ALL);
		this.runs.noteForecast(this.run, "banfico", 4, Duration.ofSeconds(9));
		pass(1, NOON, NOON.plusSeconds(60));
		this.jdbc.sql("update pass_lane set opened_micros = 2000000 where run_id = ? and provider = 'banfico'")
			.param(this.run)
			.update();
		this.jdbc.sql("update pass set idle_micros = 5000000 where run_id = ?").param(this.run).update();
		this.journal.record(this.ids.get(0), Given.call(1, NOON.plusSeconds(3)));
		this.journal.record(this.ids.get(1), Given.call(1, NOON.plusSeconds(17)));
		this.journal.record(this.ids.get(2), Given.call(1, NOON.plusSeconds(11)));
		assertThat(this.figures.passes(this.run)).containsExactly(
				new LanePass(1, "banfico", "10 a second", 3, Duration.ofMillis(10_120),
						new Forecast(4, Duration.ofSeconds(9))),
				new LanePass(1, "paysway", "7 a second", 0, Duration.ZERO, null));
	}

	@Test
	void theFirstForecastOfAPassHolds() {
		this.runs.noteLane(this.run, "banfico", "10 a second", ALL);
		this.runs.noteForecast(this.run, "banfico", 4, Duration.ofSeconds(9));
		this.runs.noteLane(this.run, "banfico", "10 a second", ALL);
		this.runs.noteForecast(this.run, "banfico", 1, Duration.ofSeconds(2));
		this.runs.beginPass(this.run);
		this.runs.noteLane(this.run, "banfico", "10 a second", ALL);
		this.runs.noteForecast(this.run, "banfico", 3, Duration.ofMillis(1500));
		assertThat(this.figures.passes(this.run)).extracting(LanePass::pass, LanePass::forecast)
			.containsExactly(tuple(1, new Forecast(4, Duration.ofSeconds(9))),
					tuple(2, new Forecast(3, Duration.ofMillis(1500))));
	}

	@Test
	void whatTheLimitsOfALaneDoNotCountIsNotCounted() {
		pass(1, NOON, NOON.plusSeconds(10));
		this.runs.noteLane(this.run, "banfico", "10 a second", Set.of(CallKind.STATUS));
		this.journal.record(this.ids.get(0), Given.call(1, NOON));
		assertThat(this.figures.passes(this.run)).extracting(LanePass::calls).containsExactly(0L);
	}

	@Test
	void theDurationIsThatOfThePassesWithoutTheTimeBetweenThem() {
		pass(1, NOON, NOON.plusSeconds(10));
		this.runs.beginPass(this.run);
		pass(2, NOON.plusSeconds(3600), NOON.plusSeconds(3605));
		assertThat(this.figures.duration(this.run)).isEqualTo(Duration.ofSeconds(15));
	}

	@Test
	void theTimeBetweenAStopAndItsContinuationIsNobodysWork() {
		Instant now = Instant.now();
		this.runs.end(this.run, 2, RunState.STOPPED, "stopped");
		pass(1, now.minusSeconds(3610), null);
		this.jdbc.sql("update run set changed_at = :then where id = :run")
			.param("then", Times.at(now.minusSeconds(3600)))
			.param("run", this.run)
			.update();
		this.runs.continuePass(this.run);
		this.runs.endPass(this.run);
		assertThat(this.figures.duration(this.run)).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(60));
	}

	@Test
	void aPassThatWasCutOffCountsUntilItsLastCall() {
		pass(1, NOON, null);
		this.journal.record(this.ids.get(0), Given.call(1, NOON.plusSeconds(4)));
		this.journal.record(this.ids.get(1), Given.call(1, NOON.plusSeconds(3)));
		assertThat(this.figures.duration(this.run)).isEqualTo(Duration.ofSeconds(4));
	}

	@Test
	void aPassThatWasCutOffDoesNotCountTheCallsOfTheNext() {
		pass(1, NOON, null);
		this.journal.record(this.ids.get(0), Given.call(1, NOON.plusSeconds(4)));
		this.runs.beginPass(this.run);
		pass(2, NOON.plusSeconds(3600), NOON.plusSeconds(3605));
		this.journal.record(this.ids.get(1), Given.call(1, NOON.plusSeconds(3601)));
		assertThat(this.figures.duration(this.run)).isEqualTo(Duration.ofSeconds(9));
	}

	@Test
	void aPassThatWasCutOffBeforeAnyCallTookNoTime() {
		pass(1, NOON, null);
		assertThat(this.figures.duration(this.run)).isZero();
	}

	@Test
	void aRunIsFinishedWhenItsLatestPassEnded() {
		pass(1, NOON, NOON.plusSeconds(10));
		this.runs.beginPass(this.run);
		assertThat(this.figures.finishedAt(this.run)).isEqualTo(NOON.plusSeconds(10));
		pass(2, NOON.plusSeconds(20), NOON.plusSeconds(30));
		assertThat(this.figures.finishedAt(this.run)).isEqualTo(NOON.plusSeconds(30));
	}

	@Test
	void aRunWithoutAnEndedPassIsFinishedWhenItLastChanged() {
		assertThat(this.figures.finishedAt(this.run)).isEqualTo(this.runs.find(this.run).orElseThrow().changedAt());
	}

	private void pass(int number, Instant from, @Nullable Instant until) {
		this.jdbc.sql("update pass set started_at = :from, ended_at = :until where run_id = :run and number = :number")
			.param("from", Times.at(from))
			.param("until", Times.atOrNull(until), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("run", this.run)
			.param("number", number)
			.update();
	}

}
