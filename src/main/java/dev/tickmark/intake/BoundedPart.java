package dev.tickmark.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * One part of an archive while it is being unpacked: stops when it grows beyond all
 * measure (a "zip bomb"), and checks at its end that it is what was packed.
 */
final class BoundedPart extends FilterInputStream {

	/**
	 * So many times its packed length a part may grow. Sheets of equal rows reach 100.
	 */
	static final int MOST_GROWTH = 400;

	/** Below this nobody looks at the growth, in bytes. */
	static final long HARMLESS = 64L << 20;

	private final ZipArchiveEntry entry;

	private final long most;

	private final CRC32 crc = new CRC32();

	private long unpacked;

	/**
	 * @param most how many bytes the part may have
	 */
	BoundedPart(InputStream unpacking, ZipArchiveEntry entry, long most) {
		super(unpacking);
		this.entry = entry;
		this.most = most;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		int count = this.in.read(target, offset, length);
		if (count < 0) {
			if (this.crc.getValue() != this.entry.getCrc()) {
				throw new ZipException("its checksum does not agree with its content");
			}
			return count;
		}
		this.crc.update(target, offset, count);
		this.unpacked += count;
		boolean grown = this.unpacked > HARMLESS
				&& this.unpacked / MOST_GROWTH > Math.max(1, this.entry.getCompressedSize());
		if (grown || this.unpacked > this.most) {
			throw new TooMuch(this.unpacked);
		}
		return count;
	}

	@Override
	public long skip(long count) {
		throw new UnsupportedOperationException("every byte is looked at");
	}

	@Override
	public boolean markSupported() {
		return false;
	}

	/** The part is larger than it may be. */
	static final class TooMuch extends IOException {

		TooMuch(long unpacked) {
			super("has more than " + (unpacked >> 20) + " MB unpacked");
		}

	}

}
