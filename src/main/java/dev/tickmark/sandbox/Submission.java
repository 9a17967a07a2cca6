package dev.tickmark.sandbox;

import java.util.Base64;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * A submission that was accepted, and so charged, as the register keeps it.
 *
 * @param question the hash of what was asked
 * @param id the hash of the id it was given
 * @param content the hash of the whole request body
 * @param outcome the key of the answer
 * @param createdAt when it was accepted, in milliseconds of the epoch
 * @param readyAt from when on the answer is told, in milliseconds of the epoch
 * @param sealed what is needed to answer again, closed with the id
 */
record Submission(long question, long id, long content, String outcome, long createdAt, long readyAt, byte[] sealed) {

	private static final String KIND = "S";

	private static final String END = ".";

	private static final HexFormat HEX = HexFormat.of();

	static Submission of(String id, long question, long content, String outcome, long createdAt, long readyAt,
			String details) {
		return new Submission(question, idHash(id), content, outcome, createdAt, readyAt, Seal.close(id, details));
	}

	static long idHash(String id) {
		return Fingerprint.of("id:" + id);
	}

	boolean isReady(long now) {
		return now >= this.readyAt;
	}

	/** The same submission with another answer. */
	Submission with(Enum<?> other) {
		return new Submission(this.question, this.id, this.content, other.name(), this.createdAt, this.readyAt,
				this.sealed);
	}

	String details(String ownId) {
		return Seal.open(ownId, this.sealed);
	}

	String line() {
		return String.join("\t", KIND, HEX.toHexDigits(this.question), HEX.toHexDigits(this.id),
				HEX.toHexDigits(this.content), this.outcome, Long.toString(this.createdAt), Long.toString(this.readyAt),
				Base64.getEncoder().encodeToString(this.sealed), END);
	}

	/** Reads a line; null when it is none, or was not written to its end. */
	static @Nullable Submission parse(String line) {
		String[] fields = line.split("\t");
		if (fields.length != 9 || !fields[0].equals(KIND) || !fields[8].equals(END)) {
			return null;
		}
		try {
			return new Submission(HexFormat.fromHexDigitsToLong(fields[1]), HexFormat.fromHexDigitsToLong(fields[2]),
					HexFormat.fromHexDigitsToLong(fields[3]), fields[4], Long.parseLong(fields[5]),
					Long.parseLong(fields[6]), Base64.getDecoder().decode(fields[7]));
		}
		catch (IllegalArgumentException _) {
			return null;
		}
	}

}
