package dev.tickmark.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds out the encoding of a text file: by its byte order mark; by the zeros between the
 * letters of UTF-16; otherwise it is UTF-8, or else Windows-1252, in which spreadsheet
 * programs of western Europe save.
 */
final class Encodings {

	static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

	/** So much is looked at for a mark and for zeros, in bytes. */
	private static final int BEGINNING = 4096;

	/** The letters that UTF-8 needs two to four bytes for begin with these many ones. */
	private static final int LEAST_LEAD = 0xC2;

	private static final int MOST_LEAD = 0xF4;

	private Encodings() {
	}

	/** The encoding of a whole file; UTF-8 when it is none of them. */
	static Charset find(Path file) throws UnreadableFile {
		try {
			Charset begun = begin(file);
			return (begun.equals(StandardCharsets.UTF_8) && !isUtf8(file) && isWindows1252(file)) ? WINDOWS_1252
					: begun;
		}
		catch (IOException ex) {
			throw Faults.notReadable(file, ex);
		}
	}

	/** What the beginning tells: one of UTF-16, or UTF-8, which may turn out wrong. */
	private static Charset begin(Path file) throws IOException {
		byte[] start;
		try (InputStream in = Files.newInputStream(file)) {
			start = in.readNBytes(BEGINNING);
		}
		if (begins(start, 0xFF, 0xFE)) {
			return StandardCharsets.UTF_16LE;
		}
		if (begins(start, 0xFE, 0xFF)) {
			return StandardCharsets.UTF_16BE;
		}
		int pairs = start.length / 2;
		int[] zeros = new int[2];
		for (int i = 0; i < 2 * pairs; i++) {
			zeros[i % 2] += (start[i] == 0) ? 1 : 0;
		}
		// western letters have a zero in every pair, and never two
		if (pairs > 1 && zeros[1] > pairs / 2 && zeros[0] == 0) {
			return StandardCharsets.UTF_16LE;
		}
		return (pairs > 1 && zeros[0] > pairs / 2 && zeros[1] == 0) ? StandardCharsets.UTF_16BE
				: StandardCharsets.UTF_8;
	}

	private static boolean isUtf8(Path file) throws IOException {
		char[] buffer = new char[1 << 16];
		try (TextReader reader = new TextReader(file, StandardCharsets.UTF_8)) {
			while (reader.read(buffer, 0, buffer.length) >= 0) {
				// on to the end
			}
			return true;
		}
		catch (TextReader.NotText _) {
			return false;
		}
	}

	/**
	 * Whether a file that is not UTF-8 is Windows-1252. One letter in UTF-8 somewhere and
	 * it is not: then it is UTF-8 with a fault, and to read it otherwise would change
	 * names.
	 */
	private static boolean isWindows1252(Path file) throws IOException {
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
			int open = 0;
			for (int b = in.read(); b >= 0; b = in.read()) {
				boolean continues = (b & 0xC0) == 0x80;
				if (open > 0 && continues && --open == 0) {
					return false;
				}
				if (!continues) {
					open = (b >= LEAST_LEAD && b <= MOST_LEAD) ? following(b) : 0;
				}
				if (b == 0 || b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D) {
					return false;
				}
			}
			// a letter of UTF-8 that is cut off: the file is not complete
			return open == 0;
		}
	}

	/** How many bytes follow the first one of a letter in UTF-8. */
	private static int following(int lead) {
		return (lead < 0xE0) ? 1 : (lead < 0xF0) ? 2 : 3;
	}

	private static boolean begins(byte[] start, int first, int second) {
		return start.length >= 2 && (start[0] & 0xFF) == first && (start[1] & 0xFF) == second;
	}

}
