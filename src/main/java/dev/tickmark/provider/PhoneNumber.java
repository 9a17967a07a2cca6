package dev.tickmark.provider;

import java.util.regex.Pattern;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import org.jspecify.annotations.Nullable;

/**
 * A phone number, however it is written.
 *
 * @param digits country code and number, digits alone: {@code 79261234567}; null when it
 * is no number to be asked about
 * @param flaw why it is none, as the second half of a sentence; null when it is one
 */
public record PhoneNumber(@Nullable String digits, @Nullable String flaw) {

	private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

	/** What divides groups of digits, and the invisible marks that are copied along. */
	private static final Pattern DIVIDERS = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Pd}\\u2212()\\[\\]./]+");

	private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9]{1,20}");

	/**
	 * Reads a number.
	 * @param region where it is dialled when it has no country code, in two letters
	 */
	public static PhoneNumber of(String written, String region) {
		String plain = DIVIDERS.matcher(written).replaceAll("");
		// They would be taken for the digits on the same key
		if (plain.codePoints().anyMatch(Character::isLetter)) {
			return none("this one has a letter in it");
		}
		if (!WRITTEN.matcher(plain).matches()) {
			return none("this one has a sign in it that belongs to no phone number, or far too many digits");
		}
		String dialled = plain.startsWith("00") ? "+" + plain.substring(2) : plain;
		String digits = read(dialled, region);
		if (!dialled.startsWith("+")) {
			// With its country code, but without the plus
			String abroad = read("+" + dialled, region);
			if (digits != null && abroad != null && !digits.equals(abroad)) {
				return none("this one could be two: of " + region
						+ ", or of another country; write it with a plus and its country code");
			}
			digits = (digits != null) ? digits : abroad;
		}
		return (digits != null) ? new PhoneNumber(digits, null)
				: none(dialled.startsWith("+") ? "there is no such number in the country of this one's code"
						: "this one is no number of " + region + "; write it with a plus and its country code");
	}

	private static @Nullable String read(String dialled, String region) {
		try {
			Phonenumber.PhoneNumber number = NUMBERS.parse(dialled, region);
			return NUMBERS.isValidNumber(number) ? NUMBERS.format(number, PhoneNumberFormat.E164).substring(1) : null;
		}
		catch (NumberParseException _) {
			return null;
		}
	}

	private static PhoneNumber none(String flaw) {
		return new PhoneNumber(null, flaw);
	}

	/** Without the number. */
	@Override
	public String toString() {
		return "PhoneNumber[" + ((this.flaw != null) ? this.flaw : "a number") + "]";
	}

}
