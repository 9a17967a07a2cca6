package dev.tickmark.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Column;

/**
 * What a job definition says of its payee files. What it leaves open is found out.
 *
 * @param kind the format; null when it is found out
 * @param encoding the encoding of a CSV or fixed-width file; null when it is found out
 * @param delimiter the delimiter of a CSV file; null when it is found out
 * @param header whether the first record has the names of the columns
 * @param sheet the sheet of a workbook; null for the first that is visible
 * @param columns where the values of columns come from; the others have their own names
 * @param fields the fields of a fixed-width file
 * @param notation how dates and amounts are written
 * @param refuseWrongSums whether a payment file whose counts or sums do not agree with
 * its content is refused
 */
public record Input(@Nullable Kind kind, @Nullable Charset encoding, @Nullable Character delimiter, boolean header,
		@Nullable String sheet, Map<Column, Source> columns, List<Field> fields, Notation notation,
		boolean refuseWrongSums) {

	/** Everything is found out. */
	public static final Input ANY = new Input(null, null, null, true, null, Map.of(), List.of(), Notation.ISO, false);

	private static final String SIGNS = "\r\n,;\t\"'09AZaz=";

	public Input {
		EnumMap<Column, Source> mapped = new EnumMap<>(Column.class);
		mapped.putAll(columns);
		columns = Collections.unmodifiableMap(mapped);
		fields = List.copyOf(fields);
	}

	/**
	 * Whether the lines of a file in this encoding can be told by their bytes: it writes
	 * the signs that make a table as ASCII does, or two bytes for each.
	 */
	public static boolean canBeSplit(Charset charset) {
		if (charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE)) {
			return true;
		}
		return charset.canEncode() && Arrays.equals(SIGNS.getBytes(charset), SIGNS.getBytes(StandardCharsets.US_ASCII));
	}

	/** What holds also where the columns are ours: values that are always the same. */
	Input fixedOnly() {
		Map<Column, Source> fixed = new EnumMap<>(Column.class);
		this.columns.forEach((column, source) -> {
			if (source instanceof Source.Fixed) {
				fixed.put(column, source);
			}
		});
		return new Input(this.kind, null, null, true, null, fixed, List.of(), Notation.ISO, this.refuseWrongSums);
	}

	/** Where the columns that mean something are in a header, counted from 0. */
	public Map<Column, Integer> positions(List<String> header) {
		return Positions.of(header, this.columns).found();
	}

	/** The formats that a definition can name. */
	public enum Kind {

		CSV("csv"), XLSX("xlsx"), PAIN_001("pain.001"), FIXED_WIDTH("fixed-width");

		private final String written;

		Kind(String written) {
			this.written = written;
		}

		/** As a definition writes it. */
		public String written() {
			return this.written;
		}

	}

	/**
	 * A field of a fixed-width record.
	 *
	 * @param name what its column is called
	 * @param start where it begins, in characters, counted from 1
	 * @param length how long it is, in characters
	 */
	public record Field(String name, int start, int length) {

	}

}
