package dev.tickmark.provider.bank131;

import java.util.Objects;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;

/** A phone number in any usual writing. */
final class Phone {

	private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

	/** Bank 131's people live there, unless the row says otherwise. */
	private static final String HOME = "RU";

	private Phone() {
	}

	/**
	 * The payee's number with plus and country code ({@code +79161234567}); null when
	 * there is none, or none that could be. Assumption: the page takes any format, so the
	 * one that leaves no doubt is sent.
	 */
	static @Nullable String international(Payee payee) {
		String written = payee.get(Column.PHONE);
		// Letters would be read as the keys of a phone
		if (written == null || written.chars().anyMatch(Character::isLetter)) {
			return null;
		}
		try {
			String country = Objects.requireNonNullElse(payee.get(Column.COUNTRY), HOME);
			PhoneNumber number = NUMBERS.parse(written, country);
			boolean possible = NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
			return possible ? NUMBERS.format(number, PhoneNumberFormat.E164) : null;
		}
		catch (NumberParseException _) {
			return null;
		}
	}

}
