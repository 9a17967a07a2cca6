package dev.tickmark.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The records of a file in order, each with the place where it stands. A file is read
 * from its first byte to its last without being kept.
 */
interface Records extends AutoCloseable {

	/** Begins to read a file; its first record is its header. */
	static Records of(Path file, Format format) throws UnreadableFile {
		return of(file, format, null);
	}

	/**
	 * Begins to read a file whose header is known.
	 * @param taking how the values of formats with types are taken; null when only the
	 * header is wanted
	 */
	static Records of(Path file, Format format, @Nullable CellTaking taking) throws UnreadableFile {
		return switch (format) {
			case Format.Csv csv -> {
				Records records = CsvRecords.of(file, csv);
				yield (csv.names() != null) ? new Headerless(records, csv.names()) : records;
			}
			case Format.FixedWidth fixed -> FixedWidthRecords.of(file, fixed);
			case Format.Workbook workbook -> {
				Records records = WorkbookRecords.of(file, workbook.sheet(), taking);
				yield (workbook.names() != null) ? new Headerless(records, workbook.names()) : records;
			}
			case Format.PaymentInitiation payments -> PaymentRecords.of(file, payments.refuseWrongSums());
		};
	}

	/** The next record that is not blank; null at the end of the file. */
	@Nullable Found next() throws UnreadableFile;

	/** How many bytes the file has; known at the end. */
	long size() throws UnreadableFile;

	/** The hash of all its bytes; to be asked for once, at the end. */
	String sha256Hex() throws UnreadableFile;

	/** What a person should know of how the file was read, a sentence each. */
	default List<String> remarks() {
		return List.of();
	}

	@Override
	void close() throws UnreadableFile;

	/**
	 * A record.
	 *
	 * @param line its first line, counted from 1
	 * @param lastLine its last line, another one when there are line breaks in it
	 * @param fields its fields as they are shown and kept
	 * @param flaws what is wrong with fields in a way that their text does not tell: a
	 * sentence each, by their position
	 */
	record Found(long line, long lastLine, List<String> fields, Map<Integer, String> flaws) {

		static Found of(long line, long lastLine, List<String> fields) {
			return new Found(line, lastLine, fields, Map.of());
		}

	}

}
