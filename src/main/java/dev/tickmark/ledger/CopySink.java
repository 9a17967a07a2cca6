package dev.tickmark.ledger;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

import dev.tickmark.payee.InputRow;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Problem;

/** Streams rows into the database with COPY, and counts what it streams. */
final class CopySink implements RowSink {

	private static final String COPY = "copy payee_row (run_id, number, line, fields, provider, question, payee,"
			+ " problem_column, problem, fallback_provider, fallback_question) from stdin with (format binary)";

	private static final int COLUMNS = 11;

	private final long run;

	private final PGCopyOutputStream copy;

	private final BinaryCopy tuples;

	private long rows;

	private long lines;

	private long characters;

	private boolean fallbacks;

	CopySink(long run, PGConnection connection) throws SQLException, IOException {
		this.run = run;
		this.copy = new PGCopyOutputStream(connection, COPY, 1 << 16);
		this.tuples = new BinaryCopy(this.copy);
	}

	@Override
	public void ask(InputRow row, Question question, @Nullable Question fallback) throws IOException {
		Payee payee = Objects.requireNonNull(row.payee());
		begin(row);
		question(question);
		this.tuples.text(Json.of(payee));
		problem(null, null);
		question(fallback);
		this.fallbacks |= fallback != null;
	}

	@Override
	public void reject(InputRow row) throws IOException {
		Problem problem = Objects.requireNonNull(row.problem());
		begin(row);
		question(null);
		this.tuples.text(null);
		problem(problem.column(), problem.text());
		question(null);
	}

	private void begin(InputRow row) throws IOException {
		String fields = Json.of(row.fields());
		this.rows++;
		this.lines += row.line();
		this.characters += fields.codePointCount(0, fields.length());
		this.tuples.begin(COLUMNS);
		this.tuples.number(this.run);
		this.tuples.number(this.rows);
		this.tuples.number(row.line());
		this.tuples.text(fields);
	}

	private void question(@Nullable Question question) throws IOException {
		this.tuples.text((question != null) ? question.provider().value() : null);
		this.tuples.bytes((question != null) ? question.hash() : null);
	}

	private void problem(@Nullable String column, @Nullable String text) throws IOException {
		this.tuples.text(column);
		this.tuples.text(text);
	}

	/** Ends the copy; without it nothing is stored. */
	Totals finish() throws IOException {
		this.tuples.close();
		return new Totals(this.rows, this.lines, this.characters, this.fallbacks);
	}

	/** Gives up, so that the connection can roll back. */
	void abandon() throws SQLException {
		if (this.copy.isActive()) {
			this.copy.cancelCopy();
		}
	}

	/**
	 * What was streamed, to be compared with what is stored.
	 *
	 * @param rows the number of rows
	 * @param lines the sum of their line numbers
	 * @param characters the number of characters in all their fields, as JSON
	 * @param fallbacks whether any of them may fall back to another provider
	 */
	record Totals(long rows, long lines, long characters, boolean fallbacks) {

	}

}
