package dev.tickmark.report;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Copies a text file line by line without decoding it, so that every byte stays what it
 * was. A carriage return, a line feed, and both together end a line.
 */
final class LineCopy implements AutoCloseable {

	private final PushbackInputStream in;

	/** How many bytes a line break has, and which of them says what it is. */
	private final int unit;

	private final int significant;

	private long line = 1;

	LineCopy(InputStream file, Charset charset) {
		this.unit = (charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE)) ? 2 : 1;
		this.significant = charset.equals(StandardCharsets.UTF_16BE) ? 1 : 0;
		this.in = new PushbackInputStream(new BufferedInputStream(file, 1 << 16), this.unit);
	}

	/**
	 * Copies up to the beginning of a line.
	 * @param line counted from 1; one behind the last copies the rest
	 * @return whether there is such a line
	 */
	boolean copy(long line, List<OutputStream> targets) throws IOException {
		byte[] letter = new byte[this.unit];
		while (this.line < line) {
			int count = this.in.readNBytes(letter, 0, this.unit);
			if (count == 0) {
				return false;
			}
			write(letter, count, targets);
			if (is('\n', letter, count)) {
				this.line++;
			}
			else if (is('\r', letter, count)) {
				this.line++;
				lineFeed(letter, targets);
			}
		}
		return true;
	}

	/** A line feed that follows a carriage return belongs to it. */
	private void lineFeed(byte[] letter, List<OutputStream> targets) throws IOException {
		int count = this.in.readNBytes(letter, 0, this.unit);
		if (is('\n', letter, count)) {
			write(letter, count, targets);
		}
		else if (count > 0) {
			this.in.unread(letter, 0, count);
		}
	}

	private boolean is(char wanted, byte[] letter, int count) {
		if (count < this.unit || letter[this.significant] != wanted) {
			return false;
		}
		return this.unit == 1 || letter[1 - this.significant] == 0;
	}

	private static void write(byte[] letter, int count, List<OutputStream> targets) throws IOException {
		for (OutputStream target : targets) {
			target.write(letter, 0, count);
		}
	}

	@Override
	public void close() throws IOException {
		this.in.close();
	}

}
