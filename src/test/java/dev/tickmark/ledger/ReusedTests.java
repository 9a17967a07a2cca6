package dev.tickmark.ledger;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.ledger.Figures.LaneCount;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Reused;
import dev.tickmark.payee.VerificationState;

import static dev.tickmark.ledger.Given.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** How a run is counted, proved and told in which some of the answers are reused. */
@LedgerTest
class ReusedTests {

	private final Figures figures;

	private final Balance balance;

	private final RowStories stories;

	private final Standings standings;

	private final LatestCalls latest;

	private final Runs runs;

	private final Rows rows;

	private final CallJournal journal;

	private final Changes changes;

	private final Reuse reuse;

	private final Given given;

	private final JdbcClient jdbc;

	/** One that no other test asks. */
	private final ProviderName provider = new ProviderName("p" + UUID.randomUUID().toString().substring(0, 8));

	/** Both of its questions were answered. */
	private long original;

	/** Rows on lines 2 and 4 ask the first of them, the one on line 3 something else. */
	private long run;

	ReusedTests(Figures figures, Balance balance, RowStories stories, Standings standings, LatestCalls latest,
			Runs runs, Rows rows, CallJournal journal, Changes changes, Reuse reuse, Given given, JdbcClient jdbc) {
		this.figures = figures;
		this.balance = balance;
		this.stories = stories;
		this.standings = standings;
		this.latest = latest;
		this.runs = runs;
		this.rows = rows;
		this.journal = journal;
		this.changes = changes;
		this.reuse = reuse;
		this.given = given;
		this.jdbc = jdbc;
	}

	@BeforeEach
	void aRunThatReusesOneOfTwo() {
		this.original = this.given.asking(this.provider, 2);
		List<Long> ids = this.given.verifications(this.original);
		ids.forEach((id) -> this.journal.record(id, Given.call(1)));
		this.changes.apply(Given.changes(ids, VerificationState.CONCLUDED), 1);
		this.run = this.given.run().id();
		this.rows.load(this.run, (sink) -> {
			Given.ask(sink, 2, "Anna", this.provider, "question 0");
			Given.ask(sink, 3, "Bert", this.provider, "something else");
			Given.ask(sink, 4, "Anna", this.provider, "question 0");
		});
		this.jdbc.sql("update run set reuse_since = ? where id = ?").params(Times.at(NOON), this.run).update();
		assertThat(this.reuse.conclude(this.run, 1)).isOne();
	}

	@Test
	void itsLaneHasTheOthersToAsk() {
		LaneCount lane = this.figures.lanes(this.run).getFirst();
		assertThat(lane).isEqualTo(new LaneCount(this.provider.value(), 2, 1, 0, 0, 0, false, new Reused(1, 2, NOON)));
		assertThat(lane.own()).isOne();
		assertThat(lane.ownConcluded()).isZero();
		this.jdbc.sql("update run set sandbox = true where id = ?").param(this.run).update();
		assertThat(this.figures.lanes(this.run).getFirst().sandbox()).isTrue();
	}

	@Test
	void whatSeveralLanesReuseIsAddedUp() {
		Reused one = new Reused(1, 2, NOON);
		assertThat(Reused.NONE.plus(one)).isEqualTo(one);
		assertThat(one.plus(Reused.NONE)).isEqualTo(one);
		assertThat(one.plus(new Reused(3, 4, NOON.minusSeconds(1)))).isEqualTo(new Reused(4, 6, NOON.minusSeconds(1)));
	}

	@Test
	void itAddsUpWithTheAnswerOfTheOtherRun() {
		assertThat(this.balance.faults(this.run)).isEmpty();
		assertThat(this.balance.faults(this.original)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "update call set status = 503 where verification_id = :original",
			"delete from call where verification_id = :original",
			"update verification set verdict = 'NO_MATCH' where id = :original",
			"update verification set verdict = 'NO_MATCH' where run_id = :run and reused_from = :original",
			"update verification set question = 'x' where id = :original",
			"update verification set provider = 'x' where id = :original",
			"update verification set reused_from = 1 where id = :original",
			"update verification set reused_from = id where run_id = :run and reused_from = :original",
			"update verification set checked_at = now() where run_id = :run and reused_from = :original",
			"update verification set reused_from = null where run_id = :run and reused_from = :original",
			"update run set sandbox = true where id = :run" })
	void whatItsOriginalDoesNotSupportDoesNotAddUp(String sql) {
		this.jdbc.sql(sql)
			.param("original", this.given.verifications(this.original).getFirst())
			.param("run", this.run)
			.update();
		assertThat(this.balance.faults(this.run))
			.contains("verdicts from a provider without an answer in the journal: 1");
	}

	@Test
	void itsStorySaysWhereTheAnswerIs() {
		QuestionStory question = Objects.requireNonNull(this.stories.upTo(this.run, 4).orElseThrow().question());
		assertThat(question.reused()).isEqualTo(
				new QuestionStory.Reused(this.original, List.of(new RowPlace(1, 2, 1, 1)), Given.match(), false));
		assertThat(question.finding()).isEqualTo(Given.match());
		assertThat(question.checkedAt()).isEqualTo(NOON);
		assertThat(question.verification().calls()).isEmpty();
		assertThat(Objects.requireNonNull(this.stories.upTo(this.run, 3).orElseThrow().question()).reused()).isNull();
	}

	@Test
	void whatWasAnsweredBeforeIsNoAnswerOfTheRun() {
		assertThat(this.standings.list(10)).filteredOn((standing) -> standing.run().id() == this.run)
			.singleElement()
			.satisfies((standing) -> assertThat(standing.lastAnswerAt()).isNull());
	}

	@Test
	void itSaysNothingOfWhatAVerificationTakes() {
		this.runs.noteLane(this.original, this.provider.value(), "10/PT1S", EnumSet.allOf(CallKind.class));
		this.runs.noteLane(this.run, this.provider.value(), "10/PT1S", EnumSet.allOf(CallKind.class));
		assertThat(this.latest.of(this.provider, false, 2)).as("not used up by what was not asked").hasSize(2);
	}

}
