package dev.tickmark.ledger;

import java.io.IOException;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import dev.tickmark.payee.Verdict;

/** The lines of providers' statements. */
@Repository
public class StatementLines {

	private static final String INTO = "statement_line (reconciliation_id, number, line, reference, request_id, charged_at,"
			+ " kind, kind_written, result, meaning, price, currency, account, name, in_period, problem)";

	private static final int COLUMNS = 16;

	private final Copying copying;

	private final JdbcClient jdbc;

	private final Reconciliations reconciliations;

	StatementLines(Copying copying, JdbcClient jdbc, Reconciliations reconciliations) {
		this.copying = copying;
		this.jdbc = jdbc;
		this.reconciliations = reconciliations;
	}

	/**
	 * Stores all lines of a statement, whole or not at all.
	 * @param filler puts the lines in; what it throws undoes everything
	 */
	@Transactional(rollbackFor = Exception.class)
	public <X extends Exception> void load(Reconciliation reconciliation, Filler<X> filler) throws X {
		long[] lines = new long[1];
		this.copying.<X>copy(INTO, (tuples) -> filler.fill((entry) -> {
			lines[0]++;
			write(tuples, reconciliation.id(), entry);
		}));
		// PostgreSQL itself looks only after a minute, and plans as if there were none
		// until then
		this.jdbc.sql("analyze statement_line").update();
		this.reconciliations.collected(reconciliation.id(), reconciliation.term(), lines[0]);
	}

	private static void write(BinaryCopy tuples, long reconciliation, StatementEntry entry) throws IOException {
		tuples.begin(COLUMNS);
		tuples.number(reconciliation);
		tuples.number(entry.number());
		tuples.number(entry.line());
		tuples.text(entry.reference());
		tuples.text(entry.requestId());
		tuples.time(entry.chargedAt());
		tuples.text((entry.kind() != null) ? entry.kind().name() : null);
		tuples.text(entry.kindWritten());
		tuples.text(entry.result());
		tuples.text(entry.meaning().isEmpty() ? null
				: entry.meaning().stream().sorted().map(Verdict::name).collect(Collectors.joining(" ")));
		tuples.decimal(entry.price());
		tuples.text(entry.currency());
		tuples.text(entry.account());
		tuples.text(entry.name());
		tuples.truth(entry.inPeriod());
		tuples.text(entry.problem());
	}

	/** Puts the lines of a statement into a sink. */
	@FunctionalInterface
	public interface Filler<X extends Exception> {

		void fill(Sink sink) throws X, IOException;

	}

	/** Takes the lines of a statement, in order. */
	@FunctionalInterface
	public interface Sink {

		void add(StatementEntry entry) throws IOException;

	}

}
