package dev.tickmark.intake;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Reads a file as strict UTF-8, with or without a byte order mark, hashing every byte on
 * the way. What is not text is refused with the place where it stands.
 */
final class Utf8Reader extends Reader {

	private static final int BUFFER = 1 << 16;

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final SeekableByteChannel channel;

	private final MessageDigest digest = sha256();

	private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
		.onMalformedInput(CodingErrorAction.REPORT)
		.onUnmappableCharacter(CodingErrorAction.REPORT);

	private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();

	private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();

	private long size;

	private boolean ended;

	private boolean started;

	Utf8Reader(Path file) throws IOException {
		this.channel = Files.newByteChannel(file);
	}

	@Override
	public int read(char[] target, int offset, int length) throws IOException {
		while (!this.chars.hasRemaining()) {
			if (this.ended && !this.bytes.hasRemaining()) {
				return -1;
			}
			decode();
		}
		int count = Math.min(length, this.chars.remaining());
		this.chars.get(target, offset, count);
		return count;
	}

	private void decode() throws IOException {
		fill();
		this.chars.clear();
		CoderResult result = this.decoder.decode(this.bytes, this.chars, this.ended);
		this.chars.flip();
		if (result.isError() && !this.chars.hasRemaining()) {
			throw new NotText(this.size - this.bytes.remaining(), this.bytes.get(this.bytes.position()));
		}
		refuseNul();
		if (!this.started && this.chars.hasRemaining()) {
			this.started = true;
			if (this.chars.get(this.chars.position()) == BYTE_ORDER_MARK) {
				this.chars.get();
			}
		}
	}

	private void refuseNul() throws NotText {
		char[] text = this.chars.array();
		for (int i = 0; i < this.chars.limit(); i++) {
			if (text[i] == 0) {
				int after = StandardCharsets.UTF_8.encode(this.chars.duplicate().position(i)).remaining();
				throw new NotText(this.size - this.bytes.remaining() - after, (byte) 0);
			}
		}
	}

	private void fill() throws IOException {
		this.bytes.compact();
		int from = this.bytes.position();
		this.ended = this.channel.read(this.bytes) < 0;
		this.bytes.flip();
		this.digest.update(this.bytes.array(), from, this.bytes.limit() - from);
		this.size += this.bytes.limit() - from;
	}

	/** How many bytes were read so far. */
	long size() {
		return this.size;
	}

	/** The hash of the bytes read; to be asked for once, at the end. */
	String sha256Hex() {
		return HexFormat.of().formatHex(this.digest.digest());
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A byte that text in UTF-8 does not have. */
	static final class NotText extends IOException {

		private final long offset;

		private final byte found;

		NotText(long offset, byte found) {
			super("not UTF-8");
			this.offset = offset;
			this.found = found;
		}

		/** Where the byte is in the file, counted from 0. */
		long offset() {
			return this.offset;
		}

		byte found() {
			return this.found;
		}

	}

}
