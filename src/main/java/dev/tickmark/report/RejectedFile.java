package dev.tickmark.report;

import java.io.IOException;
import java.util.List;

import dev.tickmark.payee.Problem;

/** {@code rejected.csv}: the rows that have to be corrected, and why. */
public final class RejectedFile {

	public static final String NAME = "rejected.csv";

	private final CsvFile out;

	/** Begins it. */
	public RejectedFile(CsvFile out) throws IOException {
		this.out = out;
		out.print(List.of("line", "column", "problem", "original"));
	}

	void write(ResultLine line) throws IOException {
		Problem rejection = line.rejection();
		if (rejection != null) {
			write(line.line(), rejection, line.fields());
		}
	}

	/**
	 * Adds a row.
	 * @param line the line of the payee file on which it begins
	 */
	public void write(long line, Problem problem, List<String> fields) throws IOException {
		String column = (problem.column() != null) ? problem.column() : "";
		this.out.print(List.of(Long.toString(line), column, problem.text(), Csv.FORMAT.format(fields.toArray())));
	}

}
