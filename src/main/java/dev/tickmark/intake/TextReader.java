package dev.tickmark.intake;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Reads a file as text in one encoding, strictly, with or without a byte order mark,
 * hashing every byte on the way. What is not text is refused with the place where it
 * stands.
 */
final class TextReader extends Reader {

	private static final int BUFFER = 1 << 16;

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final SeekableByteChannel channel;

	private final MessageDigest digest = sha256();

	private final Charset charset;

	private final CharsetDecoder decoder;

	private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();

	private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();

	private long size;

	private boolean ended;

	private boolean started;

	/**
	 * Opens a file.
	 * @param charset an encoding whose name tells the order of its bytes: not UTF-16
	 */
	TextReader(Path file, Charset charset) throws IOException {
		this.charset = charset;
		this.decoder = charset.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
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
			throw new NotText(this.charset, this.size - this.bytes.remaining(), this.bytes.get(this.bytes.position()));
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
				int after = this.charset.encode(this.chars.duplicate().position(i)).remaining();
				throw new NotText(this.charset, this.size - this.bytes.remaining() - after, (byte) 0);
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

	/** A byte that text in this encoding does not have. */
	static final class NotText extends IOException {

		private final transient Charset charset;

		private final long offset;

		private final byte found;

		NotText(Charset charset, long offset, byte found) {
			super("not " + charset);
			this.charset = charset;
			this.offset = offset;
			this.found = found;
		}

		Charset charset() {
			return this.charset;
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
