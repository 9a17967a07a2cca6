package dev.tickmark.ledger;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.payee.Change;
import dev.tickmark.payee.Column;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.InputRow;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Problem;
import dev.tickmark.payee.Verdict;
import dev.tickmark.payee.VerificationState;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs that are checked, and what is planted in them. */
abstract class RunChecksCase {

	/** Name, amount, currency. */
	static final AmountColumns AMOUNTS = new AmountColumns(1, 2, "", '.');

	static final String ANNA = "(select id from verification where run_id = :run and first_row = 1)";

	static final Finding UNABLE = Finding.of(Verdict.UNABLE_TO_CHECK, "The bank takes no part.");

	final RunChecks checks;

	final Runs runs;

	final Rows rows;

	final CallJournal journal;

	final Changes changes;

	final Fallbacks fallbacks;

	final Originals originals;

	final OwnerLocks locks;

	final Given given;

	final JdbcClient jdbc;

	RunChecksCase(RunChecks checks, Runs runs, Rows rows, CallJournal journal, Changes changes, Fallbacks fallbacks,
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

	/**
	 * Rows 1 and 2 share a match, 3 is pending, 4 was never asked, 5 is held and has no
	 * amount, 6 was rejected.
	 */
	long goodRun() {
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

	void concludeAll(long run) {
		List<Long> ids = this.given.verifications(run);
		answer(ids.get(2), Given.match());
		this.changes.apply(List.of(Given.change(ids.get(1), VerificationState.CONCLUDED)), 1);
		this.jdbc.sql("update verification set state = 'READY' where id = ?").param(ids.get(3)).update();
		this.changes.apply(List.of(Given.change(ids.get(3), VerificationState.CONCLUDED)), 1);
	}

	static InputRow row(long line, String name, String amount, String currency) {
		EnumMap<Column, String> values = new EnumMap<>(
				Map.of(Column.NAME, name, Column.AMOUNT, amount, Column.CURRENCY, currency));
		return Given.row(line, new Payee(values), name, amount, currency);
	}

	/** Asks, answers and concludes. */
	void answer(long verification, Finding finding) {
		this.journal.asking(verification, 1, 1);
		this.journal.record(verification, Given.call(1));
		this.changes.apply(List
			.of(new Change(verification, VerificationState.CONCLUDED, null, 1, 0, null, null, finding, Given.NOON)), 1);
	}

	/** Gives what was taken in for a run to another one, by force. */
	long moved(long from, long to) {
		for (String table : List.of("payee_row", "verification")) {
			this.jdbc.sql("update " + table + " set run_id = ? where run_id = ?").params(to, from).update();
		}
		return to;
	}

	void end(long run, RunState state) {
		this.runs.end(run, 1, state, null);
	}

	RunCheck check(long run) {
		return this.checks.check(run, (_) -> AMOUNTS).orElseThrow();
	}

	static AmountSums amounts(RunCheck check) {
		@Nullable AmountSums amounts = check.amounts();
		assertThat(amounts).isNotNull();
		return Objects.requireNonNull(amounts);
	}

}
