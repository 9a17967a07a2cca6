package dev.tickmark.report;

import java.io.IOException;
import java.util.List;

import dev.tickmark.payee.Problem;

/** {@code rejected.csv}: the rows that have to be corrected, and why. */
final class RejectedFile {

	static final String NAME = "rejected.csv";

	private final CsvFile out;

	RejectedFile(CsvFile out) throws IOException {
		this.out = out;
		out.print(List.of("line", "column", "problem", "original"));
	}

	void write(ResultLine line) throws IOException {
		Problem rejection = line.rejection();
		if (rejection != null) {
			String column = (rejection.column() != null) ? rejection.column() : "";
			String original = Csv.FORMAT.format(line.fields().toArray());
			this.out.print(List.of(Long.toString(line.line()), column, rejection.text(), original));
		}
	}

}
