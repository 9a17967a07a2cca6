package dev.tickmark.intake;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Blocks of texts in a temporary file. They are payees' details: the file is its owner's
 * alone and encrypted with a key that is in this object and nowhere else, so that what a
 * killed process leaves behind tells nothing.
 */
final class TextStore implements AutoCloseable {

	/** The most that may be put down, in bytes. */
	private static final long MOST = 4L << 30;

	/** So many characters of what was looked up last stay in memory. */
	private static final long CACHED = 4_000_000;

	private static final int KEY = 16;

	private final FileChannel channel;

	private final SecretKeySpec key;

	/** Where each block begins, and behind them where the next one will. */
	private long[] begins = new long[1024];

	private int blocks;

	private final Map<Integer, List<String>> cache = new LinkedHashMap<>(64, 0.75f, true);

	private long cached;

	private TextStore(FileChannel channel, SecretKeySpec key) {
		this.channel = channel;
		this.key = key;
	}

	static TextStore open() throws IOException {
		byte[] secret = new byte[KEY];
		new SecureRandom().nextBytes(secret);
		// made readable by nobody but its owner, and where the system allows it nameless
		// from the moment it is open
		Path file = Files.createTempFile("tickmark", ".texts");
		return new TextStore(FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
				StandardOpenOption.DELETE_ON_CLOSE), new SecretKeySpec(secret, "AES"));
	}

	void add(List<String> texts) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			for (String text : texts) {
				byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
				out.writeInt(encoded.length);
				out.write(encoded);
			}
		}
		long at = this.begins[this.blocks];
		ByteBuffer encrypted = ByteBuffer.wrap(crypt(Cipher.ENCRYPT_MODE, this.blocks, bytes.toByteArray()));
		if (at + encrypted.remaining() > MOST) {
			throw new IOException("there are more than " + (MOST >> 30) + " GB of texts");
		}
		while (encrypted.hasRemaining()) {
			this.channel.write(encrypted, at + encrypted.position());
		}
		this.blocks++;
		if (this.blocks == this.begins.length) {
			this.begins = Arrays.copyOf(this.begins, 2 * this.blocks);
		}
		this.begins[this.blocks] = at + encrypted.limit();
	}

	/** A block, counted from 0. */
	List<String> get(int block) throws IOException {
		List<String> texts = this.cache.get(block);
		if (texts == null) {
			texts = read(block);
			this.cache.put(block, texts);
			this.cached += length(texts);
			var oldest = this.cache.entrySet().iterator();
			while (this.cached > CACHED && this.cache.size() > 1) {
				this.cached -= length(oldest.next().getValue());
				oldest.remove();
			}
		}
		return texts;
	}

	private static long length(List<String> texts) {
		return texts.stream().mapToLong(String::length).sum();
	}

	private List<String> read(int block) throws IOException {
		long at = this.begins[block];
		ByteBuffer encrypted = ByteBuffer.allocate((int) (this.begins[block + 1] - at));
		while (encrypted.hasRemaining()) {
			if (this.channel.read(encrypted, at + encrypted.position()) < 0) {
				throw new IOException("the temporary file was cut off");
			}
		}
		ByteBuffer plain = ByteBuffer.wrap(crypt(Cipher.DECRYPT_MODE, block, encrypted.array()));
		List<String> texts = new ArrayList<>();
		while (plain.hasRemaining()) {
			int length = plain.getInt();
			texts.add(new String(plain.array(), plain.position(), length, StandardCharsets.UTF_8));
			plain.position(plain.position() + length);
		}
		return texts;
	}

	/** Each block has a range of the counter of its own, so no two are hidden alike. */
	private byte[] crypt(int mode, int block, byte[] bytes) {
		try {
			Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
			cipher.init(mode, this.key, new IvParameterSpec(ByteBuffer.allocate(KEY).putInt(block).array()));
			return cipher.doFinal(bytes);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The file goes too. */
	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
