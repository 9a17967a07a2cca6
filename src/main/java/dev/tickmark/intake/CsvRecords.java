package dev.tickmark.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The records of a CSV file. */
final class CsvRecords implements Records {

	private final Path file;

	private final Format.Csv format;

	private final TextReader text;

	private final BoundedReader bounded;

	private final CSVParser parser;

	private final Iterator<CSVRecord> records;

	private List<String> header = List.of();

	private CsvRecords(Path file, Format.Csv csv) throws IOException {
		this.file = file;
		this.format = csv;
		this.text = new TextReader(file, csv.charset());
		this.bounded = new BoundedReader(this.text, csv.delimiter());
		// Empty lines are left to us: the parser would skip them without telling where
		// the next record begins
		CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(csv.delimiter()).setIgnoreEmptyLines(false).get();
		this.parser = CSVParser.builder().setReader(this.bounded).setFormat(format).get();
		this.records = this.parser.iterator();
	}

	static CsvRecords of(Path file, Format.Csv csv) throws UnreadableFile {
		try {
			return new CsvRecords(file, csv);
		}
		catch (IOException ex) {
			throw Faults.notReadable(file, ex);
		}
	}

	@Override
	public @Nullable Found next() throws UnreadableFile {
		while (true) {
			long line = this.parser.getCurrentLineNumber() + 1;
			List<String> fields = advance(line);
			if (fields == null) {
				return null;
			}
			this.bounded.recordEnded();
			if (fields.size() > 1 || !fields.getFirst().isBlank()) {
				this.header = this.header.isEmpty() ? fields : this.header;
				return Found.of(line, this.parser.getCurrentLineNumber(), fields);
			}
		}
	}

	private @Nullable List<String> advance(long line) throws UnreadableFile {
		try {
			return this.records.hasNext() ? this.records.next().toList() : null;
		}
		catch (UncheckedIOException ex) {
			throw Faults.explain(this.file, this.format, this.header, line, Objects.requireNonNull(ex.getCause()));
		}
	}

	@Override
	public long size() {
		return this.text.size();
	}

	@Override
	public String sha256Hex() {
		return this.text.sha256Hex();
	}

	@Override
	public void close() throws UnreadableFile {
		try {
			this.parser.close();
		}
		catch (IOException ex) {
			throw Faults.notReadable(this.file, ex);
		}
	}

}
