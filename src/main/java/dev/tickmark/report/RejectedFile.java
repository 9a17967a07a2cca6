package dev.tickmark.report;

import java.io.IOException;

import org.apache.commons.csv.CSVPrinter;

import dev.tickmark.payee.Problem;

/** {@code rejected.csv}: the rows that have to be corrected, and why. */
final class RejectedFile {

	static final String NAME = "rejected.csv";

	private final CSVPrinter out;

	RejectedFile(CSVPrinter out) throws IOException {
		this.out = out;
		out.printRecord("line", "column", "problem", "original");
	}

	void write(ResultLine line) throws IOException {
		Problem rejection = line.rejection();
		if (rejection != null) {
			String column = (rejection.column() != null) ? rejection.column() : "";
			String original = Csv.FORMAT.format(line.fields().toArray());
			this.out.printRecord(line.line(), column, rejection.text(), original);
		}
	}

}
