package dev.tickmark.provider.bank131;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Problem;

/**
 * What a row must have to be asked about.
 *
 * @param clock what day it is
 */
record Requirements(InstantSource clock) {

	private static final Pattern PASSPORT = Pattern.compile("[0-9]{10}");

	private static final Pattern OFFICE = Pattern.compile("[0-9]{3}-?[0-9]{3}");

	private static final Pattern POSTCODE = Pattern.compile("[0-9]{6}");

	@Nullable Problem lacks(Payee payee) {
		List<Field> missing = Arrays.stream(Field.values())
			.filter((field) -> !field.isOptional() && !payee.has(field.column()))
			.toList();
		if (missing.size() > 1) {
			// All at once: nobody wants to be told of a dozen one by one
			return new Problem(missing.getFirst().column().header(), "Bank 131 needs more than the row has; it lacks "
					+ missing.stream().map((field) -> field.column().header()).collect(Collectors.joining(", ")));
		}
		for (Field field : Field.values()) {
			String flaw = flaw(field, payee);
			if (flaw != null) {
				return new Problem(field.column().header(), flaw);
			}
		}
		return null;
	}

	private @Nullable String flaw(Field field, Payee payee) {
		String value = payee.get(field.column());
		if (value == null) {
			return field.isOptional() ? null : "Bank 131 needs " + field.words() + "; the row has none";
		}
		return switch (field) {
			case FIRST_NAME, LAST_NAME, MIDDLE_NAME, BIRTH_PLACE, PASSPORT_ISSUER, ADDRESS, EMAIL, CONTRACT_NUMBER ->
				null;
			case DATE_OF_BIRTH, CONTRACT_DATE -> (day(value) != null) ? null : misdated(field);
			case TAX_ID -> TaxNumber.flaw(value);
			case PASSPORT_NUMBER -> PASSPORT.matcher(value).matches() ? null
					: "Bank 131 needs series and number of the passport together, 10 digits without spaces";
			case PASSPORT_ISSUER_CODE -> OFFICE.matcher(value).matches() ? null
					: "Bank 131 needs the code of the office that issued the passport, 6 digits like 770-001";
			case PASSPORT_ISSUE_DATE -> issued(value, payee.require(Column.DATE_OF_BIRTH));
			case POSTCODE -> POSTCODE.matcher(value).matches() ? null : "Bank 131 needs a postcode of Russia, 6 digits";
			case PHONE -> (Phone.international(payee) != null) ? null
					: "Bank 131 needs a phone number in digits, with its country code or as it is dialled at home,"
							+ " like +7 916 123-45-67";
		};
	}

	private @Nullable String issued(String value, String birth) {
		LocalDate issued = day(value);
		LocalDate born = day(birth);
		if (issued == null || born == null) {
			return misdated(Field.PASSPORT_ISSUE_DATE);
		}
		if (issued.isAfter(LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC))) {
			return "Bank 131 needs the day when the passport was issued; this one lies in the future";
		}
		return issued.isBefore(born)
				? "Bank 131 needs the day when the passport was issued; this one lies before the person's birth" : null;
	}

	private static String misdated(Field field) {
		return "Bank 131 needs " + field.words() + " as year-month-day, like 2026-01-31";
	}

	private static @Nullable LocalDate day(String value) {
		try {
			return LocalDate.parse(value);
		}
		catch (DateTimeParseException _) {
			return null;
		}
	}

}
