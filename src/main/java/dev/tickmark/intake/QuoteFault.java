package dev.tickmark.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Finds what is wrong with the quotes of a record that the parser gave up on. The parser
 * tells neither the field nor where its quote opens, so the record is walked once more.
 */
final class QuoteFault {

	private final PushbackReader in;

	private final char delimiter;

	private long line = 1;

	/** The field of the record, counted from 1. */
	private int field = 1;

	private int previous = '\n';

	private QuoteFault(Reader in, char delimiter) {
		this.in = new PushbackReader(in);
		this.delimiter = delimiter;
	}

	static UnreadableFile find(Path file, Format.Csv format, List<String> header, long line) throws IOException {
		try (Reader in = new BufferedReader(new TextReader(file, format.charset()), 1 << 16)) {
			QuoteFault walk = new QuoteFault(in, format.delimiter());
			while (walk.line < line && walk.read() >= 0) {
				// on to the record
			}
			return walk.walk(file, header);
		}
	}

	private UnreadableFile walk(Path file, List<String> header) throws IOException {
		boolean fresh = true;
		for (int c = read(); c >= 0; c = read()) {
			if (c == '"' && fresh) {
				String problem = quoted(this.line);
				if (problem != null) {
					boolean named = this.field <= header.size();
					String number = "number " + this.field;
					Wording column = new Wording(named ? Shown.column(header.get(this.field - 1)) : number, number);
					return new UnreadableFile(file, this.line, column, Wording.of(problem));
				}
			}
			fresh = c == this.delimiter || c == '\n';
			this.field = (c == '\n') ? 1 : this.field + ((c == this.delimiter) ? 1 : 0);
		}
		return new UnreadableFile(file, this.line, "the quotes cannot be understood. Check them.");
	}

	/** Walks over a quoted value; says what is wrong with it. */
	private @Nullable String quoted(long opened) throws IOException {
		for (int c = read(); c >= 0; c = read()) {
			if (c == '"') {
				int next = peek();
				if (next == '"') {
					read();
				}
				else {
					return closed(opened);
				}
			}
		}
		this.line = opened;
		return "a quote opens here and is never closed. Close it, or double it where it belongs to the value.";
	}

	private @Nullable String closed(long opened) throws IOException {
		int next = peek();
		while (next >= 0 && next != '\n' && next != '\r' && next != this.delimiter && Character.isWhitespace(next)) {
			read();
			next = peek();
		}
		if (next < 0 || next == '\n' || next == '\r' || next == this.delimiter) {
			return null;
		}
		String since = (opened == this.line) ? "" : ", which opened in line " + opened + " and may be the wrong one";
		return "text follows a closing quote" + since + ". Put the whole value in quotes and double those inside it.";
	}

	/** Reads a character; every kind of line break counts and arrives as a line feed. */
	private int read() throws IOException {
		int c = this.in.read();
		if (c == '\n' && this.previous == '\r') {
			this.previous = c;
			return read();
		}
		this.previous = c;
		if (c == '\r' || c == '\n') {
			this.line++;
			return '\n';
		}
		return c;
	}

	private int peek() throws IOException {
		int c = this.in.read();
		if (c >= 0) {
			this.in.unread(c);
		}
		return c;
	}

}
