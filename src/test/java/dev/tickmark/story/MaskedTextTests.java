package dev.tickmark.story;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MaskedTextTests {

	private static final MaskedText TEXT = new MaskedText(List.of(), List.of(), "");

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "40478420000001 | …0001", "no account 20000001 here | no account …0001 here", "2000-0001 | …0001",
					"20 00 00 01 | …0001", "2.000.000-1 | …0001", "20\u00a000\u00a000\u00a001 | …0001",
					"20 / 00 - 00 / 01 | …0001", "٢٠٠٠٠٠٠١ | …٠٠٠١", "12345 | …45", "+7 (916) 555-00-01 | +…0001",
					"a20000001b | a…0001b", "x12345678901234567890y | …890y" })
	void digitsThatMayBeANumberAreMaskedHoweverTheyAreDivided(String text, String shown) {
		assertThat(TEXT.of(text)).isEqualTo(shown);
	}

	@ParameterizedTest
	@ValueSource(strings = { "DE89370400440532013000", "DE89 3704 0044 0532 0130 00", "de89370400440532013000",
			"DE89-3704-0044-0532-0130-00", "GB29 NWBK 6016 1331 9268 19", "MT84MALT011000012345MTLCAST001S",
			"the IBAN DE89 3704 0044 0532 0130 00.", "IBAN:DE89370400440532013000", "(NO9386011117947)" })
	void ofAnIbanTheLastFourCharactersAreShown(String text) {
		String plain = TEXT.of(text).replaceAll("[^A-Za-z0-9]", "").replaceFirst("^(theIBAN|IBAN)", "");
		assertThat(plain).hasSizeLessThanOrEqualTo(4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "MATCH", "FULL_MATCH", "UNSUPPORTED_FINANCIAL_INSTITUTION", "AC01", "HTTP 404", "1234",
			"2026-11-21", "2026-11-21T05:12:33.123Z", "2026-11-21 05:12:33 UTC", "2026-11-21T05:12:33+01:00",
			"06.02.1985", "1155.67", "40069.42", "Marguerite O'Fontenot-Álvarez", "Gemeinschaftspraxis Dr. Sträter",
			"3f2504e0-4f89-11d3-9a0c-0305e82c3301", "Der Kontoinhaber stimmt nicht.", "INV-20" })
	void wordsCodesDatesAndAmountsAreShown(String text) {
		assertThat(TEXT.of(text)).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "2026-11-21 2000 0001 | …0001", "2000 2026-11-21 | …1121", "20000001.00 | …0100",
					"2026-11-2120000001 | …0001", "1155.671 | …5671", "2000.00.01 | …0001", "12:30:45:67:89:01 | …8901",
					"2000 12.34 | …1234" })
	void whatOnlyBeginsOrEndsAsADateOrAnAmountIsMasked(String text, String shown) {
		assertThat(TEXT.of(text)).doesNotContain("2000").endsWith(shown.substring(shown.length() - 2));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://pay.example/s/abc?x=1", "see HTTPS://pay.example/s/abc",
			"https:\\/\\/pay.example\\/abc", "https%3A%2F%2Fpay.example%2Fabc", "www.pay.example/abc",
			"pay.example/s/abc", "app+pay://open/abc" })
	void linksAreWithheld(String text) {
		assertThat(TEXT.of(text)).contains("(link withheld)").doesNotContain("abc", "pay.example");
	}

	@ParameterizedTest
	@ValueSource(strings = { "secureCode=hushhush", "secure_code: hushhush", "{\"secureCode\":\"hushhush\"",
			"{\\\"access_token\\\":\\\"hushhush\\\"}", "password = 'hushhush'", "a=1&otp=hushhush&b=2",
			"<token>x</token> apiKey=hushhush", "Authorization: Bearer hushhush", "basic hushhush",
			"secureCode%3Dhushhush", "the secure code is hushhush", "Access token hushhush", "Secure code: hushhush" })
	void secretsInATextAreWithheldByTheirNames(String text) {
		assertThat(TEXT.of(text)).contains("(withheld)").doesNotContain("hushhush");
	}

	@Test
	void longWordsOfLettersAndDigitsShowTheirEndAtMost() {
		assertThat(TEXT.of("eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9")).isEqualTo("…XVCJ9".replace("XVCJ9", "VCJ9"));
		assertThat(TEXT.of("0123456789abcdef0123456789abcdef")).isEqualTo("…cdef");
		assertThat(TEXT.of("AbCdEfGhIjKlMnOpQrStUvWxYz")).isEqualTo("…WxYz");
	}

	@Test
	void theRowsOwnNumbersAreFoundHoweverTheyAreWritten() {
		MaskedText own = new MaskedText(List.of("R/719955-74", "AB 1234", "20-11-11"), List.of(), "");
		assertThat(own.of("roll r719955 74 and Ab.12-34 and 2011-11-"))
			.isEqualTo("roll …5574".replace("5574", "5574") + " and …234 and …111-".replace("…111-", "…111-"));
		assertThat(own.of("2011-11")).doesNotContain("2011");
	}

	@Test
	void whatAnAnswerLetsSomebodyInWithIsWithheldWhereverItTurnsUp() {
		MaskedText secret = new MaskedText(List.of(), List.of("Hush-Hush/7"), "");
		assertThat(secret.of("the code hush hush 7 is used up")).isEqualTo("the code (withheld) is used up");
	}

	@Test
	void theProvidersReferenceIsShownWhole() {
		MaskedText text = new MaskedText(List.of("20000001"), List.of(), "chk_1234567890");
		assertThat(text.of("chk_1234567890")).isEqualTo("chk_1234567890");
		assertThat(text.of("chk_1234567891")).isEqualTo("chk_…7891");
	}

	@Test
	void aReferenceThatIsTheRowsOwnNumberIsNotShown() {
		assertThat(new MaskedText(List.of("20000001"), List.of(), "ref-20000001").of("ref-20000001"))
			.isEqualTo("ref-…0001");
	}

	@Test
	void nothingActsUponTheTerminal() {
		assertThat(TEXT.of("a\u001b[2Jb\r\nc\u202ed\u0000")).isEqualTo("a?[2Jb??c?d?");
	}

	@Test
	void aHugeTextIsCutAndShowsNoPieceOfTheNumberAtTheCut() {
		String huge = "x ".repeat(998) + "20000001".repeat(100_000);
		assertThat(TEXT.of(huge)).hasSizeLessThan(2100).doesNotContain("2000");
		assertThat(TEXT.of("ab ".repeat(100), 10)).isEqualTo("ab ab ab a…");
	}

	@Test
	void noTextTakesLong() {
		for (String piece : List.of("1 ", "a1", "DE12 ", "a-", "http", "a:", "\\\\", "x.y", "1a ")) {
			long start = System.nanoTime();
			TEXT.of(piece.repeat(100_000));
			assertThat(System.nanoTime() - start).as(piece).isLessThan(2_000_000_000L);
		}
	}

}
