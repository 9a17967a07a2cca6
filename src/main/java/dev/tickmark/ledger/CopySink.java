package dev.tickmark.ledger;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Objects;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
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
			+ " problem_column, problem) from stdin with (format csv)";

	private final long run;

	private final PGCopyOutputStream copy;

	private final CSVPrinter printer;

	private long rows;

	private long lines;

	private long characters;

	CopySink(long run, PGConnection connection) throws SQLException, IOException {
		this.run = run;
		this.copy = new PGCopyOutputStream(connection, COPY, 1 << 16);
		this.printer = new CSVPrinter(
				new BufferedWriter(new OutputStreamWriter(this.copy, StandardCharsets.UTF_8), 1 << 16),
				CSVFormat.POSTGRESQL_CSV);
	}

	@Override
	public void ask(InputRow row, ProviderName provider, byte[] question) throws IOException {
		Payee payee = Objects.requireNonNull(row.payee());
		print(row, provider.value(), "\\x" + HexFormat.of().formatHex(question), Json.of(payee), null, null);
	}

	@Override
	public void reject(InputRow row) throws IOException {
		Problem problem = Objects.requireNonNull(row.problem());
		print(row, null, null, null, problem.column(), problem.text());
	}

	private void print(InputRow row, @Nullable Object... rest) throws IOException {
		String fields = Json.of(row.fields());
		this.rows++;
		this.lines += row.line();
		this.characters += fields.codePointCount(0, fields.length());
		this.printer.print(this.run);
		this.printer.print(this.rows);
		this.printer.print(row.line());
		this.printer.print(fields);
		for (Object value : rest) {
			this.printer.print(value);
		}
		this.printer.println();
	}

	/** Ends the copy; without it nothing is stored. */
	Totals finish() throws IOException {
		this.printer.close(true);
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
