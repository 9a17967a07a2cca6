package dev.tickmark.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What came over the network into a file. */
record Copied(long size, String sha256) {

	/**
	 * Copies it, no more than is allowed.
	 * @throws UploadRefused when it is too large, is nothing, or breaks off
	 * @throws UncheckedIOException when the file cannot be written
	 */
	static Copied to(Path file, InputStream content, UploadSettings settings) throws UploadRefused {
		MessageDigest digest = newDigest();
		long size = 0;
		try (OutputStream out = Files.newOutputStream(file)) {
			byte[] part = new byte[1 << 16];
			for (int count = read(content, part, size); count >= 0; count = read(content, part, size)) {
				size += count;
				if (size > settings.maxSize().toBytes()) {
					throw UploadRefused.tooLarge("The file is larger than " + settings.largest()
							+ ", the most that is taken here; nothing was kept of it. Bring it in parts, or verify it at"
							+ " the console: tickmark verify FILE.");
				}
				digest.update(part, 0, count);
				out.write(part, 0, count);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		if (size == 0) {
			throw UploadRefused
				.because("The file is empty (0 bytes), or none was chosen. Choose one with payees in it.");
		}
		return new Copied(size, HexFormat.of().formatHex(digest.digest()));
	}

	/** Whether content is of this size and hash; it is read no further than that. */
	static boolean isSame(InputStream content, long size, String sha256) throws IOException {
		MessageDigest digest = newDigest();
		byte[] part = new byte[1 << 16];
		long left = size + 1;
		while (left > 0) {
			int count = content.read(part, 0, (int) Math.min(part.length, left));
			if (count < 0) {
				break;
			}
			digest.update(part, 0, count);
			left -= count;
		}
		return left == 1 && HexFormat.of().formatHex(digest.digest()).equals(sha256);
	}

	private static int read(InputStream content, byte[] part, long before) throws UploadRefused {
		try {
			return content.read(part);
		}
		catch (IOException _) {
			throw UploadRefused.because(
					"The upload broke off after " + before + " bytes; nothing was kept of it. Bring the file again.");
		}
	}

	private static MessageDigest newDigest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
