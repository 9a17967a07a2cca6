package dev.tickmark.intake;

import java.util.Locale;
import java.util.regex.Pattern;

/** The rules of the columns that identify an account and its bank. */
final class Accounts {

	/** ISO 9362: four letters or digits, the country, the location, and the branch. */
	private static final Pattern BIC = Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?");

	private static final Pattern DIGITS = Pattern.compile("[0-9]+");

	private static final int SORT_CODE = 6;

	private static final int ACCOUNT_NUMBER = 8;

	private Accounts() {
	}

	static Checked iban(String value) {
		String iban = Text.joined(value);
		// Before the case is changed: that may turn other letters into ours
		if (!Text.isAscii(iban)) {
			return new Checked.Bad(
					"An IBAN has letters from A to Z and digits only; there are other characters in it.");
		}
		return IbanCheck.check(iban.toUpperCase(Locale.ROOT));
	}

	static Checked bic(String value) {
		String bic = Text.joined(value).toUpperCase(Locale.ROOT);
		if (!BIC.matcher(bic).matches()) {
			return new Checked.Bad("The BIC " + Shown.value(value)
					+ " does not have the form of a BIC; 8 or 11 letters and digits are expected, like DEUTDEFF.");
		}
		String country = bic.substring(4, 6);
		return Codes.isCountry(country) ? new Checked.Good(bic) : new Checked.Bad(
				"The BIC " + Shown.value(value) + " names a country " + country + " that does not exist.");
	}

	static Checked sortCode(String value) {
		return digits("sort code", value, SORT_CODE, "");
	}

	static Checked accountNumber(String value) {
		int length = Text.joined(value).length();
		// A zero that a spreadsheet dropped and a number that was cut look the same:
		// guessing could ask about somebody else's account
		boolean shorter = length == ACCOUNT_NUMBER - 1 || length == ACCOUNT_NUMBER - 2;
		return digits("account number", value, ACCOUNT_NUMBER,
				shorter ? " If a spreadsheet dropped zeros at its beginning, put them back." : "");
	}

	private static Checked digits(String what, String value, int expected, String hint) {
		String digits = Text.joined(value);
		if (!DIGITS.matcher(digits).matches()) {
			return new Checked.Bad("The " + what + " has other characters than digits; " + expected
					+ " digits are expected, spaces and hyphens between them are fine.");
		}
		return (digits.length() == expected) ? new Checked.Good(digits) : new Checked.Bad("The " + what + " has "
				+ Shown.count(digits.length(), "digit") + "; " + expected + " are expected." + hint);
	}

}
