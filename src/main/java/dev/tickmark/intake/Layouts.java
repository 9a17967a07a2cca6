package dev.tickmark.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out the format of a file and how it is laid out, from how it begins. */
final class Layouts {

	/** Enough for a byte order mark and some blank lines. */
	private static final int OPENING = 512;

	private Layouts() {
	}

	static Layout find(Path file) throws UnreadableFile {
		return isXml(file) ? PaymentRecords.layout(file) : CsvLayout.find(file);
	}

	private static boolean isXml(Path file) throws UnreadableFile {
		byte[] opening;
		try (InputStream in = Files.newInputStream(file)) {
			opening = in.readNBytes(OPENING);
		}
		catch (IOException ex) {
			throw Faults.notReadable(file, ex);
		}
		String text = new String(opening, charset(opening));
		return text.replaceFirst("^(\\uFEFF|\u00EF\u00BB\u00BF)", "").stripLeading().startsWith("<");
	}

	/** As far as it takes to know a bracket: two bytes for a character, or one. */
	private static Charset charset(byte[] opening) {
		if (opening.length < 2) {
			return StandardCharsets.ISO_8859_1;
		}
		int first = opening[0] & 0xFF;
		int second = opening[1] & 0xFF;
		if ((first == 0xFF && second == 0xFE) || (first != 0 && second == 0)) {
			return StandardCharsets.UTF_16LE;
		}
		boolean bigEndian = (first == 0xFE && second == 0xFF) || (first == 0 && second != 0);
		return bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
	}

}
