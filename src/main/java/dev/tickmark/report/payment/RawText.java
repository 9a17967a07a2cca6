package dev.tickmark.report.payment;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.Arrays;
import java.util.Collection;

/**
 * The characters of a message as they are, remembered from where they were last passed
 * on: so what a parser has understood can be copied without being written anew.
 */
final class RawText extends Reader {

	private static final int BUFFER = 1 << 16;

	private final Reader in;

	private char[] kept = new char[BUFFER];

	/** Where the first remembered character is in the array, and behind the last one. */
	private int begin;

	private int end;

	/** How many characters were passed on. */
	private long passed;

	RawText(Reader in) {
		this.in = in;
	}

	@Override
	public int read(char[] target, int offset, int length) throws IOException {
		int count = this.in.read(target, offset, length);
		if (count > 0) {
			makeRoom(count);
			System.arraycopy(target, offset, this.kept, this.end, count);
			this.end += count;
		}
		return count;
	}

	private void makeRoom(int count) {
		if (this.end + count <= this.kept.length) {
			return;
		}
		int length = this.end - this.begin;
		char[] roomy = (length + count <= this.kept.length) ? this.kept
				: Arrays.copyOf(this.kept, Math.max(2 * this.kept.length, length + count));
		System.arraycopy(this.kept, this.begin, roomy, 0, length);
		this.kept = roomy;
		this.begin = 0;
		this.end = length;
	}

	/**
	 * Writes what comes before a position, counted from the beginning, and forgets it.
	 */
	void passTo(long position, Collection<Writer> targets) throws IOException {
		int length = Math.toIntExact(position - this.passed);
		if (length < 0 || length > this.end - this.begin) {
			throw new IllegalStateException("there are no characters up to " + position + ", passed " + this.passed);
		}
		for (Writer target : targets) {
			target.write(this.kept, this.begin, length);
		}
		this.begin += length;
		this.passed = position;
	}

	/** Writes all that is left. */
	void passRest(Collection<Writer> targets) throws IOException {
		passTo(this.passed + this.end - this.begin, targets);
	}

	/** The next character that was read and not yet passed on. */
	char next() {
		return this.kept[this.begin];
	}

	@Override
	public void close() throws IOException {
		this.in.close();
	}

}
