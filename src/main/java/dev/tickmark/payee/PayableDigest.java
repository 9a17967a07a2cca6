package dev.tickmark.payee;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells one set of payable rows of a run from another: a release holds for the rows it
 * was given for. What the rows say is not in it: a run's file never changes.
 */
public final class PayableDigest {

	private final MessageDigest digest = sha256();

	private long rows;

	/**
	 * Adds a row; rows come in the order of the payee file.
	 * @param question the number of its verification
	 */
	public void add(long line, long question, Verdict verdict) {
		String text = line + " " + question + " " + verdict + "\n";
		this.digest.update(text.getBytes(StandardCharsets.US_ASCII));
		this.rows++;
	}

	/** How many were added. */
	public long rows() {
		return this.rows;
	}

	/** In lower case hexadecimal; to be asked once. */
	public String sha256Hex() {
		return HexFormat.of().formatHex(this.digest.digest());
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every JDK has SHA-256", ex);
		}
	}

}
