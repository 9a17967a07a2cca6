package dev.tickmark.intake;

import java.nio.charset.Charset;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The format of a payee file, with all that is needed to read it. */
public sealed interface Format {

	/** How people call it. */
	String description();

	/** As it is kept: its kind and, for text, a colon and the encoding. */
	String written();

	/**
	 * Text with a delimiter between the fields, RFC 4180.
	 *
	 * @param delimiter comma, semicolon or tab
	 * @param names the names of the columns when the file has none; null when its first
	 * record has them
	 */
	record Csv(char delimiter, Charset charset, @Nullable List<String> names) implements Format {

		@Override
		public String description() {
			return "CSV, " + this.charset.displayName();
		}

		@Override
		public String written() {
			return "csv:" + this.charset.name();
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
		public String description() {
			return "fixed width, " + this.charset.displayName();
		}

		@Override
		public String written() {
			return "fixed-width:" + this.charset.name();
		}

	}

}
