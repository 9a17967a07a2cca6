package dev.tickmark.intake;

import org.iban4j.Iban4jException;
import org.iban4j.IbanFormatException;
import org.iban4j.IbanUtil;
import org.iban4j.InvalidCheckDigitException;
import org.iban4j.UnsupportedCountryException;

/** Checks an IBAN against the registry: country, length, structure and check digits. */
final class IbanCheck {

	/** Country, check digits, and at least one character of the account. */
	private static final int SHORTEST = 5;

	private static final int WITHOUT_BBAN = 4;

	private IbanCheck() {
	}

	/** Takes an IBAN in upper case and without separators. */
	static Checked check(String iban) {
		if (iban.length() < SHORTEST) {
			return new Checked.Bad("The IBAN is too short, it has " + Shown.count(iban.length(), "character") + ".");
		}
		try {
			IbanUtil.validate(iban);
		}
		catch (InvalidCheckDigitException _) {
			return wrongCheckDigits(iban);
		}
		catch (UnsupportedCountryException _) {
			return new Checked.Bad("The IBAN " + Shown.account(iban) + " begins with " + iban.substring(0, 2)
					+ ", a country that has no IBANs.");
		}
		catch (IbanFormatException ex) {
			return new Checked.Bad("The IBAN " + Shown.account(iban) + " " + why(iban, ex));
		}
		catch (Iban4jException _) {
			return new Checked.Bad("The IBAN " + Shown.account(iban) + " is not valid.");
		}
		int checkDigits = Integer.parseInt(iban.substring(2, 4));
		// 00, 01 and 99 leave the same remainder as 97, 98 and 02, and are never issued
		return (checkDigits < 2 || checkDigits > 98) ? wrongCheckDigits(iban) : new Checked.Good(iban);
	}

	private static Checked wrongCheckDigits(String iban) {
		return new Checked.Bad("The check digits of the IBAN " + Shown.account(iban)
				+ " do not fit the rest: a character is wrong, or two are swapped.");
	}

	private static String why(String iban, IbanFormatException fault) {
		return switch (fault.getFormatViolation()) {
			case BBAN_LENGTH -> "has " + iban.length() + " characters; an IBAN of " + iban.substring(0, 2) + " has "
					+ ((fault.getExpected() instanceof Integer bban) ? WITHOUT_BBAN + bban : "another number") + ".";
			case COUNTRY_CODE_EXISTS, COUNTRY_CODE_TWO_LETTERS, COUNTRY_CODE_UPPER_CASE_LETTERS,
					COUNTRY_CODE_NOT_NULL ->
				"does not begin with the code of a country.";
			case CHECK_DIGIT_ONLY_DIGITS, CHECK_DIGIT_TWO_DIGITS -> "does not have two check digits after the country.";
			case BBAN_ONLY_DIGITS, BBAN_ONLY_UPPER_CASE_LETTERS, BBAN_ONLY_DIGITS_OR_LETTERS ->
				"has a letter where " + iban.substring(0, 2) + " has a digit, or a digit where it has a letter.";
			case UNKNOWN, IBAN_FORMATTING, IBAN_NOT_NULL, IBAN_NOT_EMPTY, IBAN_VALID_CHARACTERS,
					BBAN_INVALID_ENTRY_TYPE, BANK_CODE_NOT_NULL, ACCOUNT_NUMBER_NOT_NULL, NATIONAL_CHECK_DIGIT_NOT_NULL,
					COUNTRY_RULES_FAILED ->
				"does not have the form of an IBAN.";
		};
	}

}
