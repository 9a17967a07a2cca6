package dev.tickmark.intake;

import java.nio.charset.Charset;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The format of a payee file, with all that is needed to read it. */
public sealed interface Format {

	/** As it is kept: its kind and, for lines of text, a colon and the encoding. */
	String written();

	/** Why a row may have more fields than the header, and what to do; may be empty. */
	default String surplus() {
		return "";
	}

	/**
	 * Text with a delimiter between the fields, RFC 4180.
	 *
	 * @param delimiter comma, semicolon or tab
	 * @param names the names of the columns when the file has none; null when its first
	 * record has them
	 */
	record Csv(char delimiter, Charset charset, @Nullable List<String> names) implements Format {

		@Override
		public String written() {
			return Input.Kind.CSV.written() + ":" + this.charset.name();
		}

		@Override
		public String surplus() {
			return " A value that contains the delimiter must be in quotes.";
		}

	}

	/**
	 * Text with fields of fixed width.
	 *
	 * @param skipped how many lines there are before the first row, 0 or 1
	 */
	record FixedWidth(Charset charset, List<Input.Field> fields, int skipped) implements Format {

		public FixedWidth {
			fields = List.copyOf(fields);
		}

		@Override
		public String written() {
			return Input.Kind.FIXED_WIDTH.written() + ":" + this.charset.name();
		}

	}

	/**
	 * A sheet of a workbook, XLSX.
	 *
	 * @param sheet the name of the sheet
	 * @param names the names of the columns when the sheet has none; null when its first
	 * row has them
	 */
	record Workbook(String sheet, @Nullable List<String> names) implements Format {

		@Override
		public String written() {
			return Input.Kind.XLSX.written();
		}

		@Override
		public String surplus() {
			return " A cell on the right of the last column with a name is not empty. "
					+ "Empty it, or give its column a name in the header.";
		}

	}

	/**
	 * A customer credit transfer initiation of ISO 20022, pain.001 in any of its versions
	 * and national variants: one row for each transaction.
	 *
	 * @param message the name of the message, for example {@code pain.001.001.09}
	 * @param refuseWrongSums whether a file is refused whose counts and control sums
	 * disagree with its content; otherwise that is a remark
	 */
	record PaymentInitiation(String message, boolean refuseWrongSums) implements Format {

		@Override
		public String written() {
			return Input.Kind.PAIN_001.written();
		}

	}

}
