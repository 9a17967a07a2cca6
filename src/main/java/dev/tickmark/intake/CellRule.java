package dev.tickmark.intake;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Column;

/**
 * What a column makes of a cell whose text does not tell all. A program that keeps an
 * account number as a number has dropped the zeros at its beginning and every digit after
 * the 15th; nobody can tell afterwards, so such a number is not guessed but refused. It
 * is taken where the format of the cell shows a fixed number of digits and so puts the
 * zeros back: that is what a person sees there and compared with the letterhead.
 * <p>
 * A reference identifies a row to its owner and no account to a bank: there a number of
 * up to 15 digits is as good as its text.
 */
final class CellRule {

	private static final String AGAIN = " Format the column as text and enter it again.";

	private CellRule() {
	}

	/** What is wrong with a value in a column; null when nothing is. */
	static @Nullable String flaw(Column column, CellValue value) {
		if (value instanceof CellValue.Unusable unusable) {
			return unusable.why();
		}
		return switch (column) {
			case IBAN, SORT_CODE, ACCOUNT_NUMBER, SECONDARY_ACCOUNT, PHONE, BANK_ID, CUSTOMER_ID, TAX_ID,
					PASSPORT_NUMBER, PASSPORT_ISSUER_CODE, POSTCODE, CONTRACT_NUMBER ->
				identifier(words(column), value);
			case DATE_OF_BIRTH, PASSPORT_ISSUE_DATE, CONTRACT_DATE -> date(value);
			case REFERENCE -> (value instanceof CellValue.Number number && number.losesDigits())
					? "The workbook holds this reference as a number of more than 15 digits, so its last digits are lost."
							+ AGAIN
					: null;
			case TYPE, NAME, FIRST_NAME, MIDDLE_NAME, LAST_NAME, COUNTRY, CURRENCY, BIC, BIRTH_PLACE, PASSPORT_ISSUER,
					ADDRESS, EMAIL, AMOUNT, PROVIDER ->
				null;
		};
	}

	private static @Nullable String identifier(String what, CellValue value) {
		return switch (value) {
			case CellValue.Words _ -> null;
			case CellValue.Number number when number.losesDigits() -> "The workbook holds this " + what
					+ " as a number of more than 15 digits, so its last digits are lost." + AGAIN;
			case CellValue.Number number when number.isAsSeen() -> null;
			case CellValue.Number _ ->
				"The workbook holds this " + what + " as a number, so zeros at its beginning may be lost." + AGAIN;
			case CellValue.Moment _ ->
				"The workbook made a date of this " + what + ", so what was entered is lost." + AGAIN;
			case CellValue.Truth _ -> "The cell holds TRUE or FALSE and no " + what + "." + AGAIN;
			case CellValue.Unusable unusable -> unusable.why();
		};
	}

	private static @Nullable String date(CellValue value) {
		return switch (value) {
			case CellValue.Words _ -> null;
			case CellValue.Moment moment -> moment.isDay() ? null
					: "The cell holds a time beside the date; a date alone is expected. Enter it again.";
			case CellValue.Number _, CellValue.Truth _ ->
				"The cell holds no date but a number or TRUE or FALSE. Enter the date again, and format the cell as a date.";
			case CellValue.Unusable unusable -> unusable.why();
		};
	}

	private static String words(Column column) {
		return switch (column) {
			case IBAN -> "IBAN";
			default -> column.name().toLowerCase(Locale.ROOT).replace('_', ' ').replace(" id", " ID");
		};
	}

}
