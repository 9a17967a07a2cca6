package dev.tickmark.provider;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PhoneNumberTests {

	@ParameterizedTest
	@ValueSource(strings = { "79261234567", "+79261234567", "+7 926 123-45-67", "+7 (926) 123-45-67",
			"(+7) 926 1234567", "8 926 123 45 67", "89261234567", "8 (926) 123-45-67", "8-926-123-45-67",
			"007 926 123 45 67", "0079261234567", "8 10 7 926 123 45 67", "7.926.123.45.67", "9261234567",
			"926 123-45-67", "+7\u00a0926\u00a0123\u201145\u201167", "\u202a+7 926 123\u201345\u201367\u202c",
			"+7[926]1234567", "  +7 926 123 45 67 ", "+7926123 4567" })
	void everyUsualWritingIsTheSameNumber(String written) {
		assertThat(PhoneNumber.of(written, "RU").digits()).isEqualTo("79261234567");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "+375 29 123-45-67, -, 375291234567", "+375 29 123-45-67, RU, 375291234567",
			"8 029 123-45-67, BY, 375291234567", "29 123-45-67, BY, 375291234567", "00375291234567, -, 375291234567",
			"375291234567, -, 375291234567", "375291234567, BY, 375291234567", "8 701 123 45 67, KZ, 77011234567",
			"+7 701 123 45 67, -, 77011234567", "+44 (0)20 7946 0958, -, 442079460958",
			"020 7946 0958, GB, 442079460958", "+39 06 698 12345, -, 390669812345", "79261234567, BY, 79261234567" })
	void aNumberOfAnotherCountryKeepsItsCode(String written, @Nullable String country, String digits) {
		assertThat(PhoneNumber.of(written, (country != null) ? country : "RU").digits()).isEqualTo(digits);
	}

	@ParameterizedTest
	@CsvSource({ "+7 926 FLOWERS, letter", "8 926 123 45 6O, letter", "+7 926 123-45-67 ext. 5, letter",
			"+7 926 123-45-67 доб. 5, letter", "+7 926 123-45-67 x5, letter", "+7 926 123-45-67#5, sign",
			"'+7 926 123-45-67,5', sign", "+7 926 123-45-67;5, sign", "*100#, sign", "+7+9261234567, sign",
			"7926123456789012345678901, far too many digits", "+7 926 123-45-6, no such number",
			"+7 926 123-45-678, no such number", "+7 026 123-45-67, no such number",
			"+999 926 123-45-67, no such number", "12345, no number of RU", "0, no number of RU", "+, sign", "-, sign",
			"00, no such number", "000000000000, no such number", "112, no number of RU" })
	void whatNobodyCouldCallIsRefused(String written, String why) {
		PhoneNumber phone = PhoneNumber.of(written, "RU");
		assertThat(phone.digits()).isNull();
		assertThat(phone.flaw()).contains(why);
		assertThat(String.valueOf(phone.flaw())).doesNotContainPattern("\\d");
	}

	@ParameterizedTest
	@CsvSource({ "84912345678, RU", "4741234567, RU", "79261234567, LU" })
	void aNumberThatCouldBeTwoIsRefused(String written, String region) {
		assertThat(PhoneNumber.of(written, region).digits()).isNull();
		assertThat(PhoneNumber.of(written, region).flaw()).contains("could be two", "with a plus");
		assertThat(PhoneNumber.of("+" + written, region).digits()).isEqualTo(written);
		assertThat(PhoneNumber.of("00" + written, region).digits()).isEqualTo(written);
	}

	@Test
	void aCountryThatHasNoNumbersNeedsThePlus() {
		assertThat(PhoneNumber.of("926 123-45-67", "AQ").flaw()).contains("no number of AQ", "with a plus");
		assertThat(PhoneNumber.of("+7 926 123-45-67", "AQ").digits()).isEqualTo("79261234567");
	}

	@Test
	void aNumberIsInNoLog() {
		assertThat(PhoneNumber.of("79261234567", "RU")).hasToString("PhoneNumber[a number]");
	}

}
