package dev.tickmark.report.payment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of messages that are made of another message: the same each time. */
final class MessageId {

	/** Max35Text. */
	private static final int LONGEST = 35;

	private static final int HASH = 8;

	private MessageId() {
	}

	/**
	 * The original's id with a suffix; where that is too long, a hash keeps it distinct.
	 */
	static String of(String original, String suffix) {
		if (original.length() + suffix.length() <= LONGEST) {
			return original + suffix;
		}
		int end = LONGEST - suffix.length() - HASH - 1;
		end = Character.isHighSurrogate(original.charAt(end - 1)) ? end - 1 : end;
		return original.substring(0, end) + "-" + hash(original) + suffix;
	}

	private static String hash(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().withUpperCase().formatHex(digest, 0, HASH / 2);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
