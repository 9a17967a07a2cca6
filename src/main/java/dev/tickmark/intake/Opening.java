package dev.tickmark.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What the first bytes of a file tell. */
enum Opening {

	/** A ZIP archive, and so perhaps a workbook. */
	ARCHIVE,
	/** The formats of Microsoft Office that are older than that. */
	OLD_WORKBOOK,
	/** A bracket comes first. */
	XML,
	/** Anything else. */
	TEXT;

	/** Enough for a byte order mark and some blank lines. */
	private static final int LENGTH = 512;

	private static final String ZIP = "PK\u0003\u0004";

	private static final String EMPTY_ZIP = "PK\u0005\u0006";

	private static final String COMPOUND = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

	/** How one begins, perhaps behind white space. */
	private static final String PDF = "%PDF-";

	static Opening of(Path file) throws UnreadableFile {
		byte[] opening = read(file);
		String bytes = new String(opening, StandardCharsets.ISO_8859_1);
		if (bytes.startsWith(ZIP) || bytes.startsWith(EMPTY_ZIP)) {
			return ARCHIVE;
		}
		if (bytes.startsWith(COMPOUND)) {
			return OLD_WORKBOOK;
		}
		String text = new String(opening, charset(opening));
		boolean bracket = text.replaceFirst("^(\\uFEFF|\u00EF\u00BB\u00BF)", "").stripLeading().startsWith("<");
		return bracket ? XML : TEXT;
	}

	/** Whether it is one of the documents of which no table can be read. */
	static boolean isPdf(Path file) throws UnreadableFile {
		return new String(read(file), StandardCharsets.ISO_8859_1).stripLeading().startsWith(PDF);
	}

	private static byte[] read(Path file) throws UnreadableFile {
		try (InputStream in = Files.newInputStream(file)) {
			return in.readNBytes(LENGTH);
		}
		catch (IOException ex) {
			throw Faults.notReadable(file, ex);
		}
	}

	/** As far as it takes to know a bracket: two bytes for a character, or one. */
	private static Charset charset(byte[] opening) {
		if (opening.length < 2) {
			return StandardCharsets.ISO_8859_1;
		}
		int[] two = { opening[0] & 0xFF, opening[1] & 0xFF };
		if (Arrays.equals(two, new int[] { 0xFF, 0xFE }) || (two[0] != 0 && two[1] == 0)) {
			return StandardCharsets.UTF_16LE;
		}
		boolean bigEndian = Arrays.equals(two, new int[] { 0xFE, 0xFF }) || (two[0] == 0 && two[1] != 0);
		return bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
	}

}
