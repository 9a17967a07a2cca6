package dev.tickmark.intake;

import java.io.IOException;
import java.io.LineNumberReader;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The records of a file whose lines have fields of fixed width. */
final class FixedWidthRecords implements Records {

	/** The characters that end no line within a record; there is no such delimiter. */
	private static final char NONE = '\n';

	private final Path file;

	private final Format.FixedWidth format;

	private final TextReader text;

	private final BoundedReader bounded;

	private final LineNumberReader lines;

	private boolean begun;

	private FixedWidthRecords(Path file, Format.FixedWidth format) throws IOException {
		this.file = file;
		this.format = format;
		this.text = new TextReader(file, format.charset());
		this.bounded = new BoundedReader(this.text, NONE);
		this.lines = new LineNumberReader(this.bounded);
	}

	static FixedWidthRecords of(Path file, Format.FixedWidth format) throws UnreadableFile {
		try {
			return new FixedWidthRecords(file, format);
		}
		catch (IOException ex) {
			throw Faults.notReadable(file, ex);
		}
	}

	@Override
	public @Nullable Found next() throws UnreadableFile {
		try {
			if (!this.begun) {
				this.begun = true;
				for (int i = 0; i < this.format.skipped(); i++) {
					refuseData(this.lines.readLine());
				}
				return Found.of(1, 1, this.format.fields().stream().map(Input.Field::name).toList());
			}
			String line = this.lines.readLine();
			while (line != null && line.isBlank()) {
				line = this.lines.readLine();
			}
			this.bounded.recordEnded();
			return (line != null) ? found(line) : null;
		}
		catch (IOException ex) {
			throw Faults.explain(this.file, this.lines.getLineNumber() + 1L, ex);
		}
	}

	/** What is skipped must not be a payee. */
	private void refuseData(@Nullable String skipped) throws UnreadableFile {
		if (skipped != null && found(skipped).fields().stream().anyMatch(MissingColumns::isData)) {
			throw new UnreadableFile(this.file, 1,
					"the line looks like a payee, not like a header. Say header: no in the"
							+ " job definition when the file has none.");
		}
	}

	private Found found(String line) {
		List<String> fields = this.format.fields().stream().map((field) -> cut(line, field)).toList();
		return Found.of(this.lines.getLineNumber(), this.lines.getLineNumber(), fields);
	}

	/** Programs leave out the spaces at a line's end: a short line has empty fields. */
	private static String cut(String line, Input.Field field) {
		int start = Math.min(line.length(), field.start() - 1);
		int end = Math.min(line.length(), start + field.length());
		return line.substring(start, end).strip();
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
			this.lines.close();
		}
		catch (IOException ex) {
			throw Faults.notReadable(this.file, ex);
		}
	}

}
