package dev.tickmark.report;

import java.io.IOException;
import java.io.OutputStream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/** How we write CSV: commas, line feeds, quotes only where they are needed. */
final class Csv {

	static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder()
		.setRecordSeparator('\n')
		.setQuoteMode(QuoteMode.MINIMAL)
		.get();

	private Csv() {
	}

	static CSVPrinter printer(OutputStream file) throws IOException {
		return new CSVPrinter(new Utf8Text(file), FORMAT);
	}

}
