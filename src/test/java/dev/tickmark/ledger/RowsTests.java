package dev.tickmark.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.InputRow;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.Verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@LedgerTest
class RowsTests {

	private final Rows rows;

	private final Runs runs;

	private final Outcomes outcomes;

	private final Given given;

	private final JdbcClient jdbc;

	RowsTests(Rows rows, Runs runs, Outcomes outcomes, Given given, JdbcClient jdbc) {
		this.rows = rows;
		this.runs = runs;
		this.outcomes = outcomes;
		this.given = given;
		this.jdbc = jdbc;
	}

	@Test
	void everyRowIsStoredAndCounted() {
		long run = this.given.run().id();
		assertThat(this.runs.find(run)).hasValueSatisfying((stored) -> assertThat(stored.rows()).isNull());
		this.rows.load(run, (sink) -> {
			sink.ask(Given.row(2, payee("Zoë"), "a", "é😀"), Given.asked(Given.BANFICO, "q"), null);
			Given.reject(sink, 3, "bad");
			Given.ask(sink, 7, "Max", Given.PAYSWAY, "q");
		});
		assertThat(this.runs.find(run)).hasValueSatisfying((stored) -> assertThat(stored.rows()).isEqualTo(3));
		Map<String, @Nullable Object> totals = this.jdbc
			.sql("select line_total::bigint as lines, character_total::bigint as characters from run where id = ?")
			.param(run)
			.query()
			.singleRow();
		// ["a","é😀"] and ["bad"] and ["Max"]
		assertThat(totals).containsEntry("lines", 12L).containsEntry("characters", 10L + 7 + 7);
		assertThat(this.jdbc
			.sql("select number || '/' || line || '/' || coalesce(provider, '-') from payee_row"
					+ " where run_id = ? order by number")
			.param(run)
			.query(String.class)
			.list()).containsExactly("1/2/banfico", "2/3/-", "3/7/paysway");
	}

	@Test
	void equalQuestionsToOneProviderAreOneVerificationAboutTheFirstRowsPayee() {
		long run = this.given.run().id();
		this.rows.load(run, (sink) -> {
			Given.ask(sink, 2, "first", Given.BANFICO, "same");
			Given.ask(sink, 3, "other", Given.BANFICO, "different");
			Given.ask(sink, 4, "later", Given.BANFICO, "same");
			Given.ask(sink, 5, "elsewhere", Given.PAYSWAY, "same");
		});
		assertThat(this.given.verifications(run)).hasSize(3);
		assertThat(this.given.ready(run)).map((v) -> v.payee().get(Column.NAME)).containsExactly("first", "other");
		assertThat(this.jdbc.sql("select distinct provider from verification where run_id = ? order by provider")
			.param(run)
			.query((results, _) -> new ProviderName(results.getString(1)))
			.list()).containsExactly(Given.BANFICO, Given.PAYSWAY);
	}

	@Test
	void aQuestionOfAnotherRunIsAnotherVerification() {
		long one = this.given.asking(1);
		long two = this.given.asking(1);
		assertThat(this.given.verifications(one)).hasSize(1).doesNotContainAnyElementsOf(this.given.verifications(two));
	}

	@Test
	void whatTheFillerThrowsLeavesNothingAndAUsableConnection() {
		long run = this.given.run().id();
		Exception broken = new Exception("the file broke off");
		int backend = backend();
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> this.rows.load(run, (sink) -> {
			// more than any buffer holds, so that the server has seen some
			for (int i = 0; i < 5000; i++) {
				Given.ask(sink, i + 2, "payee " + i, Given.BANFICO, "question " + i);
			}
			throw broken;
		})).isSameAs(broken);
		assertThat(this.given.count("select count(*) from payee_row where run_id = ?", run)).isZero();
		assertThat(this.given.verifications(run)).isEmpty();
		assertThat(this.runs.find(run)).hasValueSatisfying((stored) -> assertThat(stored.rows()).isNull());
		assertThat(backend()).isEqualTo(backend);
		this.rows.load(run, (sink) -> Given.ask(sink, 2, "Anna", Given.BANFICO, "q"));
		assertThat(this.given.verifications(run)).hasSize(1);
	}

	@Test
	void aFileIsTakenOnceOnly() {
		long run = this.given.asking(2);
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> this.rows.load(run, (sink) -> Given.ask(sink, 2, "Anna", Given.BANFICO, "another")));
		assertThat(this.given.ready(run)).map((v) -> v.payee().get(Column.NAME)).containsExactly("payee 0", "payee 1");
		assertThat(this.runs.find(run)).hasValueSatisfying((stored) -> assertThat(stored.rows()).isEqualTo(2));
	}

	@Test
	void anUnreadableInputIsNotHiddenByTheDatabase() {
		long run = this.given.run().id();
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> this.rows.load(run, (_) -> {
			throw new IOException("disk gone");
		})).withRootCauseInstanceOf(IOException.class).withStackTraceContaining("disk gone");
	}

	@ParameterizedTest
	@MethodSource("texts")
	void everyTextSurvivesCharacterByCharacter(String text) {
		long run = this.given.run().id();
		List<String> fields = List.of(text, "", text + text, "last");
		Payee payee = payee("x" + text);
		this.rows.load(run, (sink) -> {
			sink.ask(InputRow.good(2, fields, payee), Given.asked(Given.BANFICO, text), null);
			sink.reject(InputRow.bad(3, fields, new Problem("iban", "it says <" + withoutNul(text) + ">")));
			sink.reject(InputRow.bad(4, fields, new Problem(null, "no provider covers this row")));
		});
		List<RowOutcome> stored = new ArrayList<>();
		this.outcomes.each(run, stored::add);
		assertThat(stored).map(RowOutcome::fields).containsExactly(fields, fields, fields);
		assertThat(stored).map(RowOutcome::problem)
			.containsExactly(null, new Problem("iban", "it says <" + withoutNul(text) + ">"),
					new Problem(null, "no provider covers this row"));
		assertThat(this.given.ready(run)).map(Verification::payee).containsExactly(payee);
		assertThat(this.jdbc.sql("select question from verification where run_id = ?")
			.param(run)
			.query(byte[].class)
			.single()).isEqualTo(Given.question(text));
		assertThat(this.given.count("select (character_total - (select sum(length(fields::text)) from payee_row"
				+ " where run_id = run.id))::bigint from run where id = ?", run))
			.isZero();
	}

	private static Stream<String> texts() {
		return Stream.of("", " ", "\"", "\"\"", "'", "O'Neil \"Bob\"", "a,b;c", "two\nlines", "two\r\nlines", "\r",
				"\t", "\\", "\\\\", "\\N", "\\.", "\n\\.\n", "NULL", "null", "#comment", "Łódź Ångström ﬁ",
				"中文 العربية", "e\u0301", "\u202Eright to left", "😀👩‍👧", "\uDBFF\uDFFF", "\uFEFFmark", "\u0000nul",
				"\u0001\u007F\u0085\u2028", "{}", "[\"json\"]", "%s $1 ?", "x".repeat(70_000));
	}

	/** No database takes a NUL in a text; a problem never has one. */
	private static String withoutNul(String text) {
		return text.replace("\0", "");
	}

	private static Payee payee(String name) {
		return new Payee(Map.of(Column.NAME, name));
	}

	/** The server's process for the connection that this thread gets from the pool. */
	private int backend() {
		return this.jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
	}

}
