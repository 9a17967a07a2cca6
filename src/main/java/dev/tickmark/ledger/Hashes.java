package dev.tickmark.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes of texts. */
public final class Hashes {

	private Hashes() {
	}

	/** SHA-256 of a text in UTF-8. */
	public static byte[] bytes(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every JDK has SHA-256", ex);
		}
	}

	/** The same in hexadecimal. */
	public static String sha256(String text) {
		return HexFormat.of().formatHex(bytes(text));
	}

}
