package dev.tickmark.report;

import java.io.IOException;
import java.util.List;

/** {@code results.csv}: every column of the payee file, and what came of each row. */
final class ResultsFile {

	static final String NAME = "results.csv";

	private final CsvFile out;

	private final ResultCells cells;

	ResultsFile(CsvFile out, List<String> header) throws IOException {
		this.out = out;
		this.cells = new ResultCells(header);
		out.print(this.cells.names());
	}

	void write(ResultLine line) throws IOException {
		this.out.print(this.cells.of(line));
	}

}
