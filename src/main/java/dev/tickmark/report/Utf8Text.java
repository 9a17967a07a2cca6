package dev.tickmark.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes text to a stream in UTF-8. It is meant for very many short pieces: the usual
 * writers copy each of them twice before they encode it.
 */
final class Utf8Text extends Writer {

	/** So much is encoded at once, in characters. */
	private static final int BUFFER = 1 << 16;

	private final OutputStream out;

	private final StringBuilder pending = new StringBuilder(BUFFER);

	Utf8Text(OutputStream out) {
		this.out = out;
	}

	@Override
	public Writer append(CharSequence text, int start, int end) throws IOException {
		this.pending.append(text, start, end);
		return passOn();
	}

	@Override
	public Writer append(CharSequence text) throws IOException {
		this.pending.append(text);
		return passOn();
	}

	@Override
	public Writer append(char c) throws IOException {
		this.pending.append(c);
		return passOn();
	}

	@Override
	public void write(char[] text, int offset, int length) throws IOException {
		this.pending.append(text, offset, length);
		passOn();
	}

	private Writer passOn() throws IOException {
		int length = this.pending.length();
		// the two halves of a character stay together
		if (length >= BUFFER && !Character.isHighSurrogate(this.pending.charAt(length - 1))) {
			encode();
		}
		return this;
	}

	private void encode() throws IOException {
		byte[] bytes = this.pending.toString().getBytes(StandardCharsets.UTF_8);
		// also what cannot be written is not tried again when it is closed
		this.pending.setLength(0);
		if (bytes.length > 0) {
			this.out.write(bytes);
		}
	}

	@Override
	public void flush() throws IOException {
		encode();
		this.out.flush();
	}

	@Override
	public void close() throws IOException {
		try (this.out) {
			encode();
		}
	}

}
