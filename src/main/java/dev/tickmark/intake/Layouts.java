package dev.tickmark.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds out the format of a file and how it is laid out, from how it begins: what its
 * name ends with does not matter.
 */
final class Layouts {

	/** How a ZIP archive begins, and so a workbook. */
	private static final String ARCHIVE = "PK\u0003\u0004";

	/** An archive with nothing in it. */
	private static final String EMPTY_ARCHIVE = "PK\u0005\u0006";

	/** How the formats of Microsoft Office begin that are older than that. */
	private static final String COMPOUND = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

	private Layouts() {
	}

	static Layout find(Path file) throws UnreadableFile {
		String opening = opening(file);
		if (opening.startsWith(ARCHIVE) || opening.startsWith(EMPTY_ARCHIVE)) {
			return WorkbookLayout.find(file, null);
		}
		if (opening.startsWith(COMPOUND)) {
			throw OldWorkbook.refusal(file);
		}
		return CsvLayout.find(file);
	}

	private static String opening(Path file) throws UnreadableFile {
		try (InputStream in = Files.newInputStream(file)) {
			return new String(in.readNBytes(COMPOUND.length()), StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw Faults.notReadable(file, ex);
		}
	}

}
