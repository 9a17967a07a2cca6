package dev.tickmark.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.apache.commons.csv.CSVPrinter;

/** A CSV file that is being written, for people who open it in a spreadsheet program. */
public final class CsvFile implements AutoCloseable {

	/** Spreadsheet programs take what follows it as text, and do not show it. */
	private static final String TEXT = "'";

	private final CSVPrinter printer;

	private final boolean harmless;

	/**
	 * Begins a file.
	 * @param harmless whether cells that begin like a formula are made text
	 */
	public CsvFile(OutputStream file, boolean harmless) throws IOException {
		this.printer = Csv.printer(file);
		this.harmless = harmless;
	}

	/** Adds a line. */
	public void print(List<String> cells) throws IOException {
		for (String cell : cells) {
			this.printer.print((this.harmless && FormulaGuard.beginsLikeFormula(cell)) ? TEXT + cell : cell);
		}
		this.printer.println();
	}

	@Override
	public void close() throws IOException {
		this.printer.close();
	}

}
