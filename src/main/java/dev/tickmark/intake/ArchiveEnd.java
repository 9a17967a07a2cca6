package dev.tickmark.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.ZipException;

/**
 * The list of contents at the end of a ZIP archive. Who opens an archive takes the whole
 * list into memory, so its length is to be looked at before.
 */
final class ArchiveEnd {

	/** The mark of the last record, {@code PK\5\6}. */
	private static final int LAST = 0x06054b50;

	/** The mark of the record that points to the large one, {@code PK\6\7}. */
	private static final int LOCATOR = 0x07064b50;

	private static final int LAST_LENGTH = 22;

	private static final int LOCATOR_LENGTH = 20;

	/** A comment of this length may follow the last record. */
	private static final int LONGEST_COMMENT = 0xFFFF;

	private static final long IN_LARGE_RECORD = 0xFFFFFFFFL;

	private ArchiveEnd() {
	}

	/** How many bytes there are from the beginning of the list to the end of the file. */
	static long listBytes(FileChannel channel) throws IOException {
		long size = channel.size();
		int length = (int) Math.min(size, LAST_LENGTH + LOCATOR_LENGTH + LONGEST_COMMENT);
		long from = size - length;
		ByteBuffer tail = read(channel, from, length);
		for (int at = length - LAST_LENGTH; at >= 0; at--) {
			if (tail.getInt(at) == LAST) {
				long list = tail.getInt(at + 16) & IN_LARGE_RECORD;
				return size - ((list == IN_LARGE_RECORD) ? large(channel, tail, at - LOCATOR_LENGTH) : list);
			}
		}
		throw new ZipException("its end is missing");
	}

	private static long large(FileChannel channel, ByteBuffer tail, int locator) throws IOException {
		if (locator < 0 || tail.getInt(locator) != LOCATOR) {
			throw new ZipException("its list of contents is missing");
		}
		long record = tail.getLong(locator + 8);
		if (record < 0 || record > channel.size() - 56) {
			throw new ZipException("its list of contents is missing");
		}
		return read(channel, record, 56).getLong(48);
	}

	private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
		ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
		while (bytes.hasRemaining()) {
			if (channel.read(bytes, position + bytes.position()) < 0) {
				throw new ZipException("it was cut off");
			}
		}
		return bytes.flip();
	}

}
