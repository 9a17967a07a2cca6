package dev.tickmark.intake;

/** The format of a payee file, with all that is needed to read it. */
public sealed interface Format {

	/** How people call it. */
	String description();

	/**
	 * Text with a delimiter between the fields, RFC 4180.
	 *
	 * @param delimiter comma, semicolon or tab
	 */
	record Csv(char delimiter) implements Format {

		@Override
		public String description() {
			return "CSV";
		}

	}

}
