package dev.tickmark.sandbox;

import java.util.Base64;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * Something a provider must remember that is no submission, such as a session.
 *
 * @param id the hash of what it is remembered under
 * @param sealed the text, closed with what it is remembered under
 */
record Note(long id, byte[] sealed) {

	private static final String KIND = "N";

	private static final String END = ".";

	static Note of(String id, String text) {
		return new Note(hash(id), Seal.close("note:" + id, text));
	}

	static long hash(String id) {
		return Fingerprint.of("note:" + id);
	}

	String text(String id) {
		return Seal.open("note:" + id, this.sealed);
	}

	String line() {
		return String.join("\t", KIND, HexFormat.of().toHexDigits(this.id),
				Base64.getEncoder().encodeToString(this.sealed), END);
	}

	/** Reads a line; null when it is none, or was not written to its end. */
	static @Nullable Note parse(String line) {
		String[] fields = line.split("\t");
		if (fields.length != 4 || !fields[0].equals(KIND) || !fields[3].equals(END)) {
			return null;
		}
		try {
			return new Note(HexFormat.fromHexDigitsToLong(fields[1]), Base64.getDecoder().decode(fields[2]));
		}
		catch (IllegalArgumentException _) {
			return null;
		}
	}

}
