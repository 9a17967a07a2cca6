package dev.tickmark.intake;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

import org.apache.commons.csv.CSVException;

/** Says in one sentence why a file cannot be read, where, and what to do. */
final class Faults {

	private static final String SAVE_AS = "Save it as \"CSV UTF-8\" and start again.";

	/** How a ZIP archive begins, and so a workbook. */
	private static final String ARCHIVE = "PK\u0003\u0004";

	private Faults() {
	}

	static UnreadableFile notReadable(Path file, IOException cause) {
		return switch (cause) {
			case NoSuchFileException _ -> new UnreadableFile(file, "does not exist. Check the path.");
			case FileNotFoundException _ -> new UnreadableFile(file, "does not exist. Check the path.");
			case AccessDeniedException _ ->
				new UnreadableFile(file, "may not be read by this user. Change its permissions.");
			default -> new UnreadableFile(file, "could not be read: " + cause.getMessage());
		};
	}

	/**
	 * Explains a failure of the parser.
	 * @param header the names of the columns, as far as they were read
	 * @param line the first line of the record in which it happened
	 */
	static UnreadableFile explain(Path file, Format.Csv format, List<String> header, long line, IOException cause) {
		try {
			return switch (cause) {
				case BoundedReader.RecordTooLong _ -> new UnreadableFile(file, line,
						"the record that begins here is longer than " + (BoundedReader.BOUND / 1_000_000)
								+ " million characters; most likely a quote in it is never closed. Close it.");
				case CSVException _ -> QuoteFault.find(file, format, header, line);
				default -> explain(file, line, cause);
			};
		}
		catch (IOException ex) {
			return notReadable(file, ex);
		}
	}

	/**
	 * Explains a failure to read text.
	 * @param line the line at which it happened
	 */
	static UnreadableFile explain(Path file, long line, IOException cause) {
		try {
			return switch (cause) {
				case TextReader.NotText notText -> notText(file, notText);
				case BoundedReader.RecordTooLong _ -> new UnreadableFile(file, line, "the line is longer than "
						+ (BoundedReader.BOUND / 1_000_000) + " million characters. Is it a text file?");
				default -> notReadable(file, cause);
			};
		}
		catch (IOException ex) {
			return notReadable(file, ex);
		}
	}

	private static UnreadableFile notText(Path file, TextReader.NotText fault) throws IOException {
		String opening;
		try (InputStream in = Files.newInputStream(file)) {
			opening = new String(in.readNBytes(ARCHIVE.length()), StandardCharsets.ISO_8859_1);
		}
		if (opening.equals(ARCHIVE)) {
			return new UnreadableFile(file, 1,
					"this is a workbook or an archive, not a CSV file. Open it in a spreadsheet program. " + SAVE_AS);
		}
		String at = "byte 0x%02X".formatted(fault.found());
		if (opening.startsWith("\u00FF\u00FE") || opening.startsWith("\u00FE\u00FF")) {
			return new UnreadableFile(file, 1,
					"the file begins with the mark of UTF-16 (" + at + "), UTF-8 is expected. " + SAVE_AS);
		}
		Place place = place(file, fault.offset());
		String where = at + " at position " + place.position() + " of the line";
		if (fault.found() == 0) {
			return new UnreadableFile(file, place.line(),
					where + " is no text: this is a binary file or UTF-16, " + "not a CSV file in UTF-8. " + SAVE_AS);
		}
		int code = fault.found() & 0xFF;
		String letter = (code >= 0xA0) ? " (in Windows-1252 it would be \"" + (char) code + "\")" : "";
		return new UnreadableFile(file, place.line(), where + " is not UTF-8" + letter + ". " + SAVE_AS);
	}

	private static Place place(Path file, long offset) throws IOException {
		long line = 1;
		long start = 0;
		int previous = -1;
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
			for (long i = 0; i < offset; i++) {
				int next = in.read();
				if (next == '\r' || (next == '\n' && previous != '\r')) {
					line++;
				}
				if (next == '\r' || next == '\n') {
					start = i + 1;
				}
				previous = next;
			}
		}
		return new Place(line, offset - start + 1);
	}

	/** A place in a file: the line, and the byte in it, both counted from 1. */
	private record Place(long line, long position) {

	}

}
