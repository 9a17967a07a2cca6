package dev.tickmark.ledger.browse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.ledger.LedgerTest;
import dev.tickmark.ledger.Rows;
import dev.tickmark.ledger.Runs;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

@LedgerTest
class RowListTests {

	private static final String IBAN = "DE8937040044053201300";

	private final Runs runs;

	private final Rows rows;

	private final JdbcClient jdbc;

	private final RowRegister register;

	private final RowList list;

	private final RowMix mix;

	private long run;

	RowListTests(Runs runs, Rows rows, JdbcClient jdbc, RowRegister register, RowList list, RowMix mix) {
		this.runs = runs;
		this.rows = rows;
		this.jdbc = jdbc;
		this.register = register;
		this.list = list;
		this.mix = mix;
	}

	@BeforeEach
	void sevenRows() {
		this.run = new ListedRun(this.runs, this.rows, this.jdbc).row("R-3", "Élodie Ash", IBAN + "1", Verdict.MATCH)
			.row("R-1", "bob 100% Oak", IBAN + "2", Verdict.NO_MATCH)
			.row("R-2", "Anna Berg", IBAN + "3", Verdict.MATCH)
			// the same question as the row before
			.row("R-2b", "Anna Berg", IBAN + "3", Verdict.MATCH)
			.row("R-4", "Zoë_Oak", "DE00", Verdict.REJECTED_INPUT)
			.row("R-5", "Carl Elm", IBAN + "6", null)
			.row("R-6", "Dora Elm", IBAN + "7", Verdict.ACTION_REQUIRED)
			.store(Path.of("target/reports"))
			.id();
		complete();
	}

	private void complete() {
		this.register.complete(this.run, (fields) -> new RowKey(fields.get(1), fields.get(0),
				(fields.get(2).length() < 8) ? "" : fields.get(2).substring(fields.get(2).length() - 4)));
	}

	@Test
	void rowsHaveWhatTheLedgerHasOfThem() {
		List<ListedRow> all = this.list.page(this.run, RowFilter.NONE, RowPage.first(RowOrder.LINE, false, 50));
		assertThat(all).extracting(ListedRow::line).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L);
		assertThat(all).extracting(ListedRow::verdict)
			.containsExactly(Verdict.MATCH, Verdict.NO_MATCH, Verdict.MATCH, Verdict.MATCH, Verdict.REJECTED_INPUT,
					Verdict.PENDING, Verdict.ACTION_REQUIRED);
		assertThat(all.getFirst().fields()).containsExactly("R-3", "Élodie Ash", IBAN + "1");
		assertThat(all.get(4).problem()).isNotNull();
		assertThat(all.get(5).provider()).isEqualTo("paysway");
		assertThat(all.toString()).doesNotContain("Anna", IBAN);
	}

	@Test
	void anAnswerOfTheSandboxIsMarkedWhoeverWasToBeAsked() {
		this.jdbc.sql("""
				insert into call (verification_id, number, kind, method, path, sent_at, took_micros, repeated, sandbox,
					status, headers, body, cut)
				select id, 1, 'SUBMIT', 'POST', '/', now(), 1, false, verdict = 'NO_MATCH', 200, '{}', '', false
				from verification where run_id = ? and verdict is not null""").param(this.run).update();
		assertThat(this.list.page(this.run, RowFilter.NONE, RowPage.first(RowOrder.LINE, false, 50)))
			.filteredOn(ListedRow::sandbox)
			.extracting(ListedRow::line)
			.containsExactly(3L);
	}

	@Test
	void aTextIsFoundWhateverItsCapitalsAndAccents() {
		assertThat(lines(text("ELODIE"))).containsExactly(2L);
		assertThat(lines(text("zoe"))).containsExactly(6L);
		assertThat(lines(text("r-2"))).containsExactly(4L, 5L);
		assertThat(lines(text("oak"))).containsExactly(3L, 6L);
	}

	@Test
	void signsOfAPatternAreSigns() {
		assertThat(lines(text("100%"))).containsExactly(3L);
		assertThat(lines(text("%"))).containsExactly(3L);
		assertThat(lines(text("e_o"))).containsExactly(6L);
		assertThat(lines(text("' or true --"))).isEmpty();
		assertThat(lines(text("\\"))).isEmpty();
	}

	@Test
	void aLineAndTheEndOfAnAccountAreFoundButNoMoreOfIt() {
		assertThat(lines(text("7"))).containsExactly(7L);
		assertThat(lines(text("3003"))).containsExactly(4L, 5L);
		assertThat(lines(text("…3006"))).containsExactly(7L);
		assertThat(lines(text("13003"))).isEmpty();
		assertThat(lines(text("DE89"))).isEmpty();
	}

	@Test
	void filtersAreTakenTogether() {
		assertThat(lines(new RowFilter("", Verdict.MATCH, null, null, null, null))).containsExactly(2L, 4L, 5L);
		assertThat(lines(new RowFilter("", Verdict.REJECTED_INPUT, null, null, null, null))).containsExactly(6L);
		assertThat(lines(new RowFilter("", Verdict.PENDING, null, null, null, null))).containsExactly(7L);
		assertThat(lines(new RowFilter("", null, null, true, null, null))).containsExactly(7L, 8L);
		assertThat(lines(new RowFilter("", null, null, false, null, null))).containsExactly(2L, 3L, 4L, 5L, 6L);
		assertThat(lines(new RowFilter("", null, "paysway", false, null, null))).containsExactly(2L, 3L, 4L, 5L);
		assertThat(lines(new RowFilter("", null, null, null, "C-NO_MATCH", null))).containsExactly(3L);
		assertThat(lines(new RowFilter("anna", Verdict.MATCH, "paysway", false, null, NameMatch.FULL)))
			.containsExactly(4L, 5L);
		assertThat(lines(new RowFilter("", null, "banfico", null, null, null))).isEmpty();
	}

	@Test
	void rowsAreSortedBothWays() {
		assertThat(sorted(RowOrder.NAME, false)).containsExactly(4L, 5L, 3L, 7L, 8L, 2L, 6L);
		assertThat(sorted(RowOrder.NAME, true)).containsExactly(6L, 2L, 8L, 7L, 3L, 5L, 4L);
		assertThat(sorted(RowOrder.REFERENCE, false)).containsExactly(3L, 4L, 5L, 2L, 6L, 7L, 8L);
		assertThat(sorted(RowOrder.VERDICT, false)).containsExactly(2L, 4L, 5L, 3L, 7L, 8L, 6L);
		assertThat(sorted(RowOrder.CHECKED_AT, false)).containsExactly(2L, 3L, 4L, 5L, 8L, 6L, 7L);
	}

	@ParameterizedTest
	@EnumSource
	void turningPagesForthAndBackShowsEachRowOnce(RowOrder order) {
		for (boolean descending : new boolean[] { false, true }) {
			List<Long> all = sorted(order, descending);
			List<Long> forth = new ArrayList<>();
			List<ListedRow> page = this.list.page(this.run, RowFilter.NONE, RowPage.first(order, descending, 2));
			List<ListedRow> last = page;
			while (!page.isEmpty()) {
				page.forEach((row) -> forth.add(row.line()));
				last = page;
				page = this.list.page(this.run, RowFilter.NONE,
						RowPage.after(order, descending, page.getLast().number(), 2));
			}
			assertThat(forth).isEqualTo(all);
			List<ListedRow> before = this.list.page(this.run, RowFilter.NONE,
					RowPage.before(order, descending, last.getFirst().number(), 2));
			assertThat(before).extracting(ListedRow::line).containsExactly(all.get(4), all.get(5));
			assertThat(this.list.page(this.run, RowFilter.NONE, RowPage.at(order, descending, 4, 2))).isEqualTo(before);
		}
	}

	@Test
	void rowsAreCountedAndTheirMixSaysTheSame() {
		assertThat(this.list.count(this.run, RowFilter.NONE)).isEqualTo(7);
		assertThat(this.list.count(this.run, text("elm"))).isEqualTo(2);
		RowMix.Counts counts = this.mix.of(this.run);
		assertThat(counts.parts()).contains(new RowMix.Part("paysway", Verdict.MATCH, NameMatch.FULL, 3),
				new RowMix.Part("paysway", Verdict.PENDING, null, 1),
				new RowMix.Part(null, Verdict.REJECTED_INPUT, null, 1));
		assertThat(counts.parts().stream().mapToLong(RowMix.Part::rows).sum()).isEqualTo(7);
		assertThat(counts.codes()).contains(new RowMix.Code("C-MATCH", 3));
	}

	@Test
	void allRowsAreHandedOverInTheOrderOfTheFile() {
		List<Long> lines = new ArrayList<>();
		this.list.each(this.run, new RowFilter("", null, null, false, null, null), (row) -> lines.add(row.line()));
		assertThat(lines).containsExactly(2L, 3L, 4L, 5L, 6L);
	}

	@Test
	void aVerdictThatComesLaterIsSeenAtOnce() {
		this.jdbc.sql("update verification set verdict = 'NO_MATCH' where run_id = ? and first_row = 3")
			.param(this.run)
			.update();
		assertThat(lines(new RowFilter("", Verdict.NO_MATCH, null, null, null, null))).containsExactly(3L, 4L, 5L);
	}

	@Test
	void aRowThatFellBackIsSeenWithItsNewProvider() {
		assertThat(this.register.isComplete(this.run)).isTrue();
		this.jdbc.sql("""
				insert into verification (run_id, provider, question, first_row, state, fallback)
				values (?, 'banfico', '\\x01', 2, 'RETRY', true)""").param(this.run).update();
		this.jdbc.sql("""
				update payee_row set provider = 'banfico', question = '\\x01', fell_back_from = 1
				where run_id = ? and number = 2""").param(this.run).update();
		assertThat(this.register.isComplete(this.run)).isFalse();
		complete();
		assertThat(this.register.isComplete(this.run)).isTrue();
		assertThat(lines(new RowFilter("", null, "banfico", null, null, null))).containsExactly(3L);
	}

	@Test
	void makingItTwiceChangesNothing() {
		this.jdbc.sql("delete from listed_run where run_id = ?").param(this.run).update();
		complete();
		assertThat(this.list.count(this.run, RowFilter.NONE)).isEqualTo(7);
	}

	private static RowFilter text(String text) {
		return new RowFilter(RowKey.folded(text), null, null, null, null, null);
	}

	private List<Long> lines(RowFilter filter) {
		List<Long> lines = this.list.page(this.run, filter, RowPage.first(RowOrder.LINE, false, 50))
			.stream()
			.map(ListedRow::line)
			.toList();
		assertThat(this.list.count(this.run, filter)).isEqualTo(lines.size());
		return lines;
	}

	private List<Long> sorted(RowOrder order, boolean descending) {
		return this.list.page(this.run, RowFilter.NONE, RowPage.first(order, descending, 50))
			.stream()
			.map(ListedRow::line)
			.toList();
	}

}
