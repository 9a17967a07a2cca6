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
import dev.tickmark.payee.ProviderName;

/** Streams rows into the database with COPY, and counts what it streams. */
final class CopySink implements RowSink {

	private static final String COPY = "copy payee_row (run_id, number, line, fields, provider, question, payee,"
			+ " problem_column, problem) from stdin with (format binary)";

	private static final int COLUMNS = 9;

	private final long run;

	private final PGCopyOutputStream copy;

	private final BinaryCopy tuples;

	private long rows;

	private long lines;

	private long characters;

	CopySink(long run, PGConnection connection) throws SQLException, IOException {
		this.run = run;
		this.copy = new PGCopyOutputStream(connection, COPY, 1 << 16);
		this.tuples = new BinaryCopy(this.copy);
	}

	@Override
	public void ask(InputRow row, ProviderName provider, byte[] question) throws IOException {
		Payee payee = Objects.requireNonNull(row.payee());
		begin(row);
		this.tuples.text(provider.value());
		this.tuples.bytes(question);
		this.tuples.text(Json.of(payee));
		problem(null, null);
	}

	@Override
	public void reject(InputRow row) throws IOException {
		Problem problem = Objects.requireNonNull(row.problem());
		begin(row);
		this.tuples.text(null);
		this.tuples.bytes(null);
		this.tuples.text(null);
		problem(problem.column(), problem.text());
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

	private void problem(@Nullable String column, @Nullable String text) throws IOException {
		this.tuples.text(column);
		this.tuples.text(text);
	}

	/** Ends the copy; without it nothing is stored. */
	Totals finish() throws IOException {
		this.tuples.close();
		return new Totals(this.rows, this.lines, this.characters);
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
	 */
	record Totals(long rows, long lines, long characters) {

	}

}
