package dev.tickmark.intake;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Stops a record that does not end, most likely because of a quote that is never closed,
 * before it fills the memory. It counts what passes since the last record, buffers
 * included, so the bound is not exact.
 */
final class BoundedReader extends FilterReader {

	/** The longest record, in characters. */
	static final int BOUND = 16_000_000;

	/** What a field costs in memory even when it is empty, in characters. */
	private static final int FIELD = 4;

	private final char delimiter;

	private long passed;

	BoundedReader(Reader in, char delimiter) {
		super(in);
		this.delimiter = delimiter;
	}

	@Override
	public int read(char[] target, int offset, int length) throws IOException {
		if (this.passed > BOUND) {
			throw new RecordTooLong();
		}
		int count = super.read(target, offset, length);
		for (int i = offset; i < offset + count; i++) {
			this.passed += (target[i] == this.delimiter) ? FIELD : 1;
		}
		return count;
	}

	@Override
	public int read() throws IOException {
		char[] one = new char[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0];
	}

	/** A record ended: the next may be as long again. */
	void recordEnded() {
		this.passed = 0;
	}

	static final class RecordTooLong extends IOException {

		RecordTooLong() {
			super("record too long");
		}

	}

}
