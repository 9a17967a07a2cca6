package dev.tickmark.ledger;

import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.payee.Call;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.VerificationState;

import static org.assertj.core.api.Assertions.assertThat;

@LedgerTest
class RowStoriesTests {

	private final RowStories stories;

	private final Rows rows;

	private final CallJournal journal;

	private final Changes changes;

	private final Given given;

	private final JdbcClient jdbc;

	/** Rows on lines 2, 5, 6 (rejected), 7 and 9; those on 5, 7 and 9 ask the same. */
	private long run;

	private List<Long> ids = List.of();

	RowStoriesTests(RowStories stories, Rows rows, CallJournal journal, Changes changes, Given given, JdbcClient jdbc) {
		this.stories = stories;
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
			Given.ask(sink, 2, "Anna", Given.PAYSWAY, "a");
			Given.ask(sink, 5, "Bert", Given.BANFICO, "b");
			Given.reject(sink, 6, "bad");
			Given.ask(sink, 7, "Bertha", Given.BANFICO, "b");
			Given.ask(sink, 9, "Bert", Given.BANFICO, "b");
		});
		this.ids = this.given.verifications(this.run);
		this.given.asking(3);
	}

	@Test
	void aRowIsFoundByItsLineAndALineBetweenByTheRowBefore() {
		assertThat(this.stories.upTo(this.run, 1)).isEmpty();
		assertThat(LongStream.rangeClosed(2, 12).map((line) -> this.stories.upTo(this.run, line).orElseThrow().line()))
			.containsExactly(2L, 2L, 2L, 5L, 6L, 7L, 7L, 9L, 9L, 9L, 9L);
		assertThat(this.stories.lines(this.run)).contains(new RowStories.Lines(2, 9));
		assertThat(this.stories.lines(this.given.run().id())).isEmpty();
	}

	@Test
	void aRejectedRowHasItsProblemAndNoQuestion() {
		RowStory row = this.stories.upTo(this.run, 6).orElseThrow();
		assertThat(row.fields()).containsExactly("bad");
		assertThat(row.problem()).satisfies((problem) -> assertThat(problem.column()).isEqualTo("iban"));
		assertThat(row.question()).isNull();
		assertThat(row.payee()).isNull();
	}

	@Test
	void rowsOfOneQuestionShareItsCallsAndKeepTheirOwnFields() {
		this.journal.record(this.ids.get(1), Given.call(1));
		this.journal.record(this.ids.get(1), Given.sandboxRepeat(2, Given.NOON.plusSeconds(1)));
		this.changes.apply(List.of(Given.change(this.ids.get(1), VerificationState.CONCLUDED)), 1);
		RowStory row = this.stories.upTo(this.run, 7).orElseThrow();
		assertThat(row.fields()).containsExactly("Bertha");
		assertThat(row.payee()).satisfies((payee) -> assertThat(payee.get(Column.NAME)).isEqualTo("Bertha"));
		QuestionStory question = question(7);
		assertThat(question.rows()).isEqualTo(3);
		assertThat(question.firstRows()).extracting(RowPlace::line).containsExactly(5L, 7L, 9L);
		assertThat(question.state()).isEqualTo(VerificationState.CONCLUDED);
		assertThat(question.finding()).isEqualTo(Given.match());
		assertThat(question.checkedAt()).isEqualTo(Given.NOON);
		assertThat(question.verification().payee().get(Column.NAME)).as("who was asked about").isEqualTo("Bert");
		assertThat(question.verification().calls()).extracting(Call::number).containsExactly(1, 2);
		assertThat(question.verification().calls()).extracting(Call::repeat).containsExactly(false, true);
		assertThat(question.passes()).hasSize(1);
		assertThat(question(2).verification().calls()).isEmpty();
	}

	@Test
	void aQuestionThatWasNotAskedYetHasNoFinding() {
		QuestionStory question = question(2);
		assertThat(question.finding()).isNull();
		assertThat(question.rows()).isOne();
		assertThat(question.state()).isEqualTo(VerificationState.READY);
	}

	@Test
	void aCallThatIsUnderWayIsKnown() {
		this.journal.asking(this.ids.get(0), 1, 1);
		assertThat(question(2).verification().inDoubt()).isTrue();
		assertThat(question(2).state()).isEqualTo(VerificationState.ASKING);
	}

	@Test
	void ofALinkOnlyIsToldThatThereIsOne() {
		assertThat(question(2).handedOver()).isFalse();
		this.jdbc.sql("update verification set action_link = 'https://link.example/?code=abc' where id = ?")
			.param(this.ids.get(0))
			.update();
		assertThat(question(2).handedOver()).isTrue();
		assertThat(question(2).toString()).doesNotContain("link.example");
	}

	@Test
	void ofManyRowsWithOneQuestionTheFirstTenLinesAreTold() {
		long many = this.given.run().id();
		this.rows.load(many, (sink) -> {
			for (int line = 2; line < 32; line++) {
				Given.ask(sink, line, "Anna", Given.BANFICO, "a");
			}
		});
		QuestionStory question = this.stories.upTo(many, 31).orElseThrow().question();
		assertThat(question).satisfies((asked) -> {
			assertThat(asked.rows()).isEqualTo(30);
			assertThat(asked.firstRows()).hasSize(10).startsWith(new RowPlace(1, 2, 1, 1));
		});
	}

	@Test
	void rowsOnOneLineAreToldApart() {
		long many = this.given.run().id();
		this.rows.load(many, (sink) -> {
			Given.ask(sink, 2, "Anna", Given.BANFICO, "a");
			Given.ask(sink, 5, "Bert", Given.BANFICO, "b");
			Given.reject(sink, 5, "bad");
			Given.ask(sink, 5, "Anna", Given.BANFICO, "a");
			Given.ask(sink, 8, "Carl", Given.BANFICO, "c");
		});
		assertThat(LongStream.rangeClosed(1, 5).mapToObj((row) -> this.stories.find(many, row).orElseThrow().place()))
			.containsExactly(new RowPlace(1, 2, 1, 1), new RowPlace(2, 5, 1, 3), new RowPlace(3, 5, 2, 3),
					new RowPlace(4, 5, 3, 3), new RowPlace(5, 8, 1, 1));
		assertThat(this.stories.find(many, 0)).isEmpty();
		assertThat(this.stories.find(many, 6)).isEmpty();
		assertThat(this.stories.upTo(many, 6).orElseThrow().place().name()).isEqualTo("5:3");
		assertThat(this.stories.find(many, 3).orElseThrow().problem()).isNotNull();
		QuestionStory question = Objects.requireNonNull(this.stories.find(many, 4).orElseThrow().question());
		assertThat(question.firstRows()).extracting(RowPlace::name).containsExactly("2", "5:3");
	}

	private QuestionStory question(long line) {
		return Objects.requireNonNull(this.stories.upTo(this.run, line).orElseThrow().question());
	}

}
