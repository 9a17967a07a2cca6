package dev.tickmark.ledger;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Change;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.VerificationState;

/** What the ledger is compared with. */
class GivenComparisons {

	static final Period MARCH = new Period(Instant.parse("2026-03-01T00:00:00Z"),
			Instant.parse("2026-04-01T00:00:00Z"));

	static final Duration TOLERANCE = Duration.ofMinutes(5);

	static final Runnable UNSTOPPED = () -> {
	};

	private final Reconciliations reconciliations;

	private final StatementLines lines;

	private final StatementCharges charges;

	private final Runs runs;

	private final CallJournal journal;

	private final Changes changes;

	private final JdbcClient jdbc;

	GivenComparisons(Reconciliations reconciliations, StatementLines lines, StatementCharges charges, Runs runs,
			CallJournal journal, Changes changes, JdbcClient jdbc) {
		this.reconciliations = reconciliations;
		this.lines = lines;
		this.charges = charges;
		this.runs = runs;
		this.journal = journal;
		this.changes = changes;
		this.jdbc = jdbc;
	}

	/** A provider that no other test asks. */
	static ProviderName provider() {
		return new ProviderName("p" + UUID.randomUUID().toString().substring(0, 8));
	}

	static ComparedFile file() {
		String half = UUID.randomUUID().toString().replace("-", "");
		return new ComparedFile(Path.of("/in/march.csv"), half + half, 42);
	}

	Reconciliation reconciliation(Subject subject) {
		return this.reconciliations.create(subject, Path.of("reports"));
	}

	/** One that reads back a run. */
	Reconciliation ofRun(long run) {
		return reconciliation(Subject.answersOf(this.runs.find(run).orElseThrow()));
	}

	Reconciliation ofStatement(ProviderName provider) {
		return reconciliation(Subject.statement(provider, MARCH, file(), "columns: {}", false));
	}

	Reconciliation ofBankReport(long run) {
		return reconciliation(Subject.bankReport(this.runs.find(run).orElseThrow(), file()));
	}

	static StatementScope scope(long reconciliation, ProviderName provider) {
		return new StatementScope(reconciliation, provider, false, MARCH, EnumSet.allOf(CallKind.class), TOLERANCE,
				null, false, false);
	}

	/** A statement of these lines, numbered from 1, beside these calls, likewise. */
	Compared compared(List<LineOf> lines, List<CallOf> calls) {
		ProviderName provider = provider();
		Reconciliation reconciliation = ofStatement(provider);
		this.lines.load(reconciliation, (sink) -> {
			for (int i = 0; i < lines.size(); i++) {
				sink.add(lines.get(i).entry(i + 1));
			}
		});
		Compared compared = new Compared(scope(reconciliation.id(), provider), this.jdbc);
		add(compared, calls);
		return compared;
	}

	/** Adds calls to those that are there, as if each were a charge. */
	void add(Compared compared, List<CallOf> calls) {
		long before = this.jdbc.sql("select count(*) from statement_charge where reconciliation_id = ?")
			.param(compared.id())
			.query(Long.class)
			.single();
		this.charges.add(compared.scope(), calls.stream().map(CallOf::charge).toList());
		for (int i = 0; i < calls.size(); i++) {
			CallOf call = calls.get(i);
			if (call.account() != null || call.name() != null) {
				this.charges.identify(compared.id(),
						List.of(new StatementCharges.Marks(before + i + 1, null, call.account(), call.name())));
			}
		}
	}

	/** That a provider answered a question and gave it a reference. */
	void answered(long verification, String reference, Instant at) {
		this.journal.record(verification, Given.call(1, at));
		become(verification, VerificationState.CONCLUDED, Given.match().reference(reference), at);
	}

	void become(long verification, VerificationState state, Finding finding, Instant at) {
		this.changes.apply(List.of(new Change(verification, state, null, 1, 0, null, null, finding, at)), 1);
	}

	static Call call(int number, CallKind kind, Instant at, int status) {
		return new Call(number, kind, "POST", "/v1", at, Duration.ofMillis(120), false,
				new Answer.Received(status, Map.of(), "{}", false));
	}

	static Call lost(int number, CallKind kind, Instant at, boolean sent) {
		return new Call(number, kind, "POST", "/v1", at, Duration.ofMillis(120), false,
				new Answer.Missing(sent, "the connection broke"));
	}

	static LineOf line() {
		return new LineOf();
	}

	static CallOf made() {
		return new CallOf();
	}

	/** A statement that was compared, or is to be. */
	record Compared(StatementScope scope, JdbcClient jdbc) {

		long id() {
			return this.scope.reconciliation();
		}

		/** Which line is matched with which call, and by which rule. */
		List<String> matches() {
			return this.jdbc
				.sql("select line_number || '-' || charge_number || ' ' || rule from statement_match"
						+ " where reconciliation_id = ? order by line_number")
				.param(id())
				.query((results, _) -> results.getString(1))
				.list();
		}

	}

}
