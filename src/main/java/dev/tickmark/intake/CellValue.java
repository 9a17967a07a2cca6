package dev.tickmark.intake;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.NumberToTextConverter;

/** What a cell of a workbook holds; of a formula it is the result that was saved. */
sealed interface CellValue {

	/** It as a payee file in text would have it. */
	String text();

	/** Text, and nothing else, is just what somebody entered. */
	record Words(String text) implements CellValue {

	}

	/**
	 * A number that is no date.
	 *
	 * @param number finite
	 */
	record Number(double number, CellFormat format) implements CellValue {

		/** From here on the last digits of a whole number are not kept. */
		private static final double LOSES_DIGITS = 1e15;

		/**
		 * The digits of a format that shows a fixed number of them, and else a plain
		 * decimal number of at most 15 digits, as the General format shows it in a cell
		 * that is wide enough: without an exponent, 0.3 and not 0.30000000000000004.
		 */
		@Override
		public String text() {
			String shown = this.format.shown(this.number);
			return (shown != null) ? shown : new BigDecimal(NumberToTextConverter.toText(this.number)).toPlainString();
		}

		/**
		 * Whether it is what is seen, with every digit and every zero at its beginning.
		 */
		boolean isAsSeen() {
			return this.format.shown(this.number) != null;
		}

		boolean losesDigits() {
			return Math.abs(this.number) >= LOSES_DIGITS;
		}

	}

	/** A day, with or without a time. */
	record Moment(LocalDateTime when) implements CellValue {

		/** As ISO 8601 has it; the time only where it is not midnight. */
		@Override
		public String text() {
			return isDay() ? this.when.toLocalDate().toString()
					: DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(this.when);
		}

		boolean isDay() {
			return this.when.toLocalTime().equals(LocalTime.MIDNIGHT);
		}

	}

	/** Yes or no. */
	record Truth(boolean yes) implements CellValue {

		@Override
		public String text() {
			return this.yes ? "TRUE" : "FALSE";
		}

	}

	/**
	 * Nothing that could be used.
	 *
	 * @param text what is seen of it
	 * @param why a sentence that says what is wrong and what to do
	 */
	record Unusable(String text, String why) implements CellValue {

	}

	/**
	 * A number in a cell with a format.
	 * @param from1904 from which year its workbook counts days
	 */
	static CellValue of(double number, CellFormat format, boolean from1904) {
		if (!format.date()) {
			return new Number(number, format);
		}
		// 29 February 1900, which Excel believes in, has the number 60
		boolean none = number < 0 || number > lastDay(from1904) || (!from1904 && number >= 60 && number < 61);
		LocalDateTime when = none ? null : DateUtil.getLocalDateTime(number, from1904, true);
		return (when != null) ? new Moment(when) : new Unusable(new Number(number, CellFormat.GENERAL).text(),
				"The cell is formatted as a date, and its number is no day of the calendar. Enter the date again.");
	}

	/** The number of 31 December 9999, and its last second. */
	private static double lastDay(boolean from1904) {
		return (from1904 ? 2_957_003 : 2_958_465) + 0.99999;
	}

}
