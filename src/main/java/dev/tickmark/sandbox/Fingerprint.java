package dev.tickmark.sandbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes that are the same in every process. */
final class Fingerprint {

	private Fingerprint() {
	}

	static byte[] sha256(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

	/** 64 bits of the text's SHA-256. */
	static long of(String text) {
		return ByteBuffer.wrap(sha256(text)).getLong();
	}

	/** Spreads a hash evenly over 0 (included) to 1 (excluded). */
	static double share(long hash) {
		// The finaliser of SplitMix64: similar hashes end far apart
		long mixed = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
		mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
		return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
	}

}
