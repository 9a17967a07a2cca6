package dev.tickmark.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Hashes and counts the bytes that a parser reads, and stops one that reads on and on
 * without coming to an end of what it reads: a name or a comment without end would fill
 * the memory.
 */
final class HashedInput extends FilterInputStream {

	/** So many bytes may pass between two signs of progress, buffers included. */
	static final int BOUND = 16_000_000;

	private final MessageDigest digest = sha256();

	private long size;

	private long passed;

	HashedInput(InputStream in) {
		super(in);
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		if (this.passed > BOUND) {
			throw new NoProgress();
		}
		int count = super.read(target, offset, length);
		if (count > 0) {
			this.digest.update(target, offset, count);
			this.size += count;
			this.passed += count;
		}
		return count;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	/** Skipped bytes would not be hashed. */
	@Override
	public long skip(long count) {
		return 0;
	}

	@Override
	public boolean markSupported() {
		return false;
	}

	/** The parser came on: as much may pass again. */
	void progressed() {
		this.passed = 0;
	}

	/** Reads what the parser left, so that every byte is counted and hashed. */
	void drain() throws IOException {
		byte[] rest = new byte[1 << 13];
		do {
			progressed();
		}
		while (read(rest, 0, rest.length) >= 0);
	}

	/** How many bytes were read so far. */
	long size() {
		return this.size;
	}

	/** The hash of the bytes read; to be asked for once, at the end. */
	String sha256Hex() {
		return HexFormat.of().formatHex(this.digest.digest());
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static final class NoProgress extends IOException {

		NoProgress() {
			super("no progress");
		}

	}

}
