package dev.tickmark.intake;

/** The format of a payee file, with all that is needed to read it. */
public sealed interface Format {

	/** How people call it. */
	String description();

	/** Why a row may have more fields than the header, and what to do; may be empty. */
	default String surplus() {
		return "";
	}

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

		@Override
		public String surplus() {
			return " A value that contains the delimiter must be in quotes.";
		}

	}

	/**
	 * A sheet of a workbook, XLSX.
	 *
	 * @param sheet the name of the sheet
	 */
	record Workbook(String sheet) implements Format {

		@Override
		public String description() {
			return "XLSX";
		}

		@Override
		public String surplus() {
			return " A cell on the right of the last column with a name is not empty. "
					+ "Empty it, or give its column a name in the header.";
		}

	}

}
