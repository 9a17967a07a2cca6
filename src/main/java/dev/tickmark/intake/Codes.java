package dev.tickmark.intake;

import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tickmark.payee.PayeeType;

/** The rules of columns whose values come from a known set or have a simple form. */
final class Codes {

	/** ISO 3166-1, and XK, under which Kosovo's banks have their IBANs and BICs. */
	private static final Set<String> COUNTRIES = Stream.concat(Arrays.stream(Locale.getISOCountries()), Stream.of("XK"))
		.collect(Collectors.toUnmodifiableSet());

	private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies()
		.stream()
		.map(Currency::getCurrencyCode)
		.collect(Collectors.toUnmodifiableSet());

	private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

	private Codes() {
	}

	static Checked type(String value) {
		return switch (Text.stripped(value).toLowerCase(Locale.ROOT)) {
			case "personal", "individual", "person" -> new Checked.Good(PayeeType.PERSONAL.name());
			case "business", "company", "organisation", "organization" -> new Checked.Good(PayeeType.BUSINESS.name());
			default -> new Checked.Bad(
					"The type " + Shown.value(value) + " is not known; personal or business is expected, or nothing.");
		};
	}

	static Checked country(String value) {
		String code = Text.stripped(value).toUpperCase(Locale.ROOT);
		return isCountry(code) ? new Checked.Good(code) : new Checked.Bad("The country " + Shown.value(value)
				+ " is not a code of ISO 3166-1; two letters are expected, for example DE.");
	}

	static boolean isCountry(String code) {
		return COUNTRIES.contains(code);
	}

	static Checked currency(String value) {
		String code = Text.stripped(value).toUpperCase(Locale.ROOT);
		return CURRENCIES.contains(code) ? new Checked.Good(code) : new Checked.Bad("The currency " + Shown.value(value)
				+ " is not a code of ISO 4217; three letters are expected, for example EUR.");
	}

	static Checked email(String value) {
		String email = Text.stripped(value);
		return EMAIL.matcher(email).matches() ? new Checked.Good(email)
				: new Checked.Bad("This is not an e-mail address; one @ with something on both sides is expected.");
	}

	static Checked lowerCase(String value) {
		return new Checked.Good(Text.stripped(value).toLowerCase(Locale.ROOT));
	}

}
