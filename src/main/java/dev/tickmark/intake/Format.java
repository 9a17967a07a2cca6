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
		public String description() {
			return this.message;
		}

	}

}
