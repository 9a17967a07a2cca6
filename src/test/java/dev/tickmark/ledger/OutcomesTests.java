package dev.tickmark.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import dev.tickmark.payee.Action;
import dev.tickmark.payee.Change;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.Sharing;
import dev.tickmark.payee.VerificationState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@LedgerTest
class OutcomesTests {

	private final Outcomes outcomes;

	private final Rows rows;

	private final CallJournal journal;

	private final Changes changes;

	private final Given given;

	OutcomesTests(Outcomes outcomes, Rows rows, CallJournal journal, Changes changes, Given given) {
		this.outcomes = outcomes;
		this.rows = rows;
		this.journal = journal;
		this.changes = changes;
		this.given = given;
	}

	@Test
	void everyRowHasItsOutcomeInTheOrderOfTheFile() {
		long run = this.given.run().id();
		this.rows.load(run, (sink) -> {
			Given.ask(sink, 2, "Anna", Given.BANFICO, "a");
			Given.reject(sink, 3, "bad");
			Given.ask(sink, 4, "Bert", Given.BANFICO, "b");
			Given.ask(sink, 9, "anna", Given.BANFICO, "a");
			Given.ask(sink, 10, "Carl", Given.PAYSWAY, "a");
		});
		List<Long> ids = this.given.verifications(run);
		this.journal.record(ids.get(0), Given.call(1));
		this.journal.record(ids.get(0), Given.sandboxRepeat(2, Given.NOON));
		this.journal.record(ids.get(2), Given.call(1));
		this.changes.apply(List.of(Given.change(ids.get(0), VerificationState.CONCLUDED),
				Given.change(ids.get(2), VerificationState.WAITING)), 1);
		Finding pending = Given.change(0, VerificationState.WAITING).finding();
		assertThat(read(run)).containsExactly(
				new RowOutcome(1, 2, List.of("Anna"), null, Given.BANFICO, Given.match(), 1, Given.NOON, true, 1, null,
						null, new Sharing(ids.get(0), 2, null)),
				new RowOutcome(2, 3, List.of("bad"), new Problem("iban", "The check digits are wrong."), null, null, 0,
						null, false, 0, null, null, null),
				new RowOutcome(3, 4, List.of("Bert"), null, Given.BANFICO, null, 0, null, false, 0, null, null,
						new Sharing(ids.get(1), 1, null)),
				new RowOutcome(4, 9, List.of("anna"), null, Given.BANFICO, Given.match(), 1, Given.NOON, true, 1, null,
						null, new Sharing(ids.get(0), 2, 2L)),
				new RowOutcome(5, 10, List.of("Carl"), null, Given.PAYSWAY, pending, 1, Given.NOON, false, 0, null,
						null, new Sharing(ids.get(2), 1, null)));
	}

	@Test
	void whatAPersonIsHandedIsWithTheirRowsAndGoesWhenTheVerificationGoesOn() {
		long run = this.given.asking(3);
		List<Long> ids = this.given.verifications(run);
		Action link = new Action("https://pay.example/x?secureCode=a%3D", Given.NOON.plusSeconds(120));
		Change action = Given.change(ids.get(1), VerificationState.ACTION_REQUIRED);
		this.changes.apply(List.of(action.with(link), Given.change(ids.get(2), VerificationState.CONCLUDED)), 1);
		assertThat(read(run).stream().map(RowOutcome::action)).containsExactly(null, link, null);
		assertThat(forAPerson(run)).singleElement().satisfies((row) -> {
			assertThat(row.action()).isEqualTo(link);
			assertThat(row.toString()).doesNotContain("secureCode");
		});
		this.changes.apply(List.of(Given.change(ids.get(1), VerificationState.RETRY).withSameAction()), 1);
		assertThat(forAPerson(run)).as("a look that failed").extracting(RowOutcome::action).containsExactly(link);
		this.changes.apply(List.of(Given.change(ids.get(1), VerificationState.CONCLUDED)), 1);
		assertThat(read(run)).extracting(RowOutcome::action).containsOnlyNulls();
		assertThat(forAPerson(run)).isEmpty();
	}

	@Test
	void aLongRunIsReadToItsEndInOrder() {
		long run = this.given.asking(5000);
		assertThat(read(run).stream().map(RowOutcome::line).toList())
			.isEqualTo(LongStream.range(2, 5002).boxed().toList());
	}

	@Test
	void aReaderThatFailsEndsTheReading() {
		long run = this.given.asking(3);
		List<RowOutcome> read = new ArrayList<>();
		assertThatIllegalStateException().isThrownBy(() -> this.outcomes.each(run, (outcome) -> {
			read.add(outcome);
			throw new IllegalStateException("disk full");
		})).withMessage("disk full");
		assertThat(read).hasSize(1);
		assertThat(read(run)).hasSize(3);
	}

	@Test
	void aRunWithoutRowsHasNoOutcomes() {
		assertThat(read(this.given.run().id())).isEmpty();
	}

	private List<RowOutcome> forAPerson(long run) {
		List<RowOutcome> read = new ArrayList<>();
		this.outcomes.eachForAPerson(run, read::add);
		return read;
	}

	private List<RowOutcome> read(long run) {
		List<RowOutcome> read = new ArrayList<>();
		this.outcomes.each(run, read::add);
		return read;
	}

}
