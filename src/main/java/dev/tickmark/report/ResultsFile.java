package dev.tickmark.report;

import java.io.IOException;
import java.util.List;

import org.apache.commons.csv.CSVPrinter;

/** {@code results.csv}: every column of the payee file, and what came of each row. */
final class ResultsFile {

	static final String NAME = "results.csv";

	private final CSVPrinter out;

	private final ResultCells cells;

	ResultsFile(CSVPrinter out, List<String> header) throws IOException {
		this.out = out;
		this.cells = new ResultCells(header);
		out.printRecord(this.cells.names());
	}

	void write(ResultLine line) throws IOException {
		this.out.printRecord(this.cells.of(line));
	}

}
