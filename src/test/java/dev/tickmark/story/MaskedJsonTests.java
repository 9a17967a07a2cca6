package dev.tickmark.story;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MaskedJsonTests {

	private static final MaskedText TEXT = new MaskedText(List.of(), List.of(), "");

	@Test
	void namesWordsBooleansAndShortNumbersAreKept() {
		assertThat(
				shown("""
						{"state":"COMPLETED","result":{"accountStatus":"ACTIVE","n":3,"x":null,"ok":true,"list":[1,"a",{}],"e":[]},"f":1.5}"""))
			.isEqualTo(
					"""
							{"state": "COMPLETED", "result": {"accountStatus": "ACTIVE", "n": 3, "x": null, "ok": true, "list": [1, "a", {}], "e": []}, "f": 1.5}""");
	}

	@Test
	void numbersAreMaskedWhetherTheyAreTextOrNot() {
		assertThat(
				shown("{\"id\":40478420000001,\"iban\":\"DE89 3704 0044 0532 0130 00\",\"n\":-12345.6789,\"e\":1e400}"))
			.isEqualTo("{\"id\": …0001, \"iban\": \"…3000\", \"n\": -…6789, \"e\": 1e400}");
	}

	@Test
	void aMembersNameMayBeANumberToo() {
		assertThat(shown("{\"20000001\":{\"name\":\"A\"}}")).isEqualTo("{\"…0001\": {\"name\": \"A\"}}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "secureCode", "url", "redirectUrl", "redirect", "returnURL", "access_token", "accessToken",
			"links", "href", "password", "client_secret", "otp", "PIN", "signature", "apiKey", "session-token",
			"deepLink", "verification_code", "securecode", "confirmUrl", "callback_uri" })
	void whatLetsSomebodyInIsWithheldWhateverItIs(String name) {
		for (String value : List.of("\"hush-hush\"", "123", "{\"a\":\"hush-hush\"}", "[\"hush-hush\",{\"b\":[1]}]",
				"true")) {
			assertThat(shown("{\"a\":{\"" + name + "\":" + value + ",\"b\":\"c\"},\"d\":1}"))
				.isEqualTo("{\"a\": {\"" + name + "\": (withheld), \"b\": \"c\"}, \"d\": 1}");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "code", "errorCode", "reasonCode", "statusCode", "name", "accountStatus", "state",
			"session", "matchStatus", "schemeCode", "design", "currency" })
	void ordinaryNamesAreNoSecrets(String name) {
		assertThat(SecretNames.include(name)).isFalse();
	}

	@Test
	void aLinkIsWithheldUnderAnyName() {
		assertThat(shown("{\"next\":\"https://pay.example/x?c=1\"}")).isEqualTo("{\"next\": \"(link withheld)\"}");
	}

	@Test
	void jsonWithinATextIsNotTrusted() {
		assertThat(shown(
				"{\"details\":\"{\\\"secureCode\\\":\\\"hush7hush\\\",\\\"iban\\\":\\\"DE89370400440532013000\\\"}\"}"))
			.doesNotContain("hush7hush", "8937", "0532");
	}

	@Test
	void aSecretMayBeNamedByItsObjectAndItself() {
		assertThat(shown("{\"secure\":{\"code\":\"hush\"},\"error\":{\"code\":\"AC01\"}}"))
			.isEqualTo("{\"secure\": {\"code\": (withheld)}, \"error\": {\"code\": \"AC01\"}}");
		assertThat(MaskedJson.secrets("{\"secure\":{\"code\":\"hush-hush\"}}")).containsExactly("hush-hush");
	}

	@Test
	void theRowsNumberInPiecesIsNoNumberToBeRead() {
		MaskedText own = new MaskedText(List.of("DE89370400440532013000"), List.of(), "");
		assertThat(MaskedJson.of("{\"parts\":[\"DE89\",\"3704\",\"0044\",\"0532\",\"0130\",\"00\"]}", own))
			.isEqualTo("{\"parts\": [\"…3000\"]}");
	}

	@Test
	void halfAnAnswerShowsItsHalfAndNothingOfABrokenPiece() {
		assertThat(shown("{\"id\":\"a\",\"secureCode\":\"hushhu")).isEqualTo("""
				{"id": "a", "secureCode": (withheld) … (from here on it is not JSON)""");
		assertThat(shown("{\"id\":\"a\",\"account\":\"200000")).doesNotContain("2000");
		assertThat(shown("{\"a\":1}}")).contains("{\"a\": 1}");
		assertThat(shown("{]")).contains("not JSON");
		assertThat(shown("[".repeat(100_000))).contains("[[[");
	}

	@Test
	void aHugeAnswerShowsItsBeginning() {
		String huge = "{\"a\":\"" + "b".repeat(1_000_000) + "\",\"list\":[" + "{\"x\":\"y\"},".repeat(100_000) + "1]}";
		assertThat(shown(huge)).hasSizeLessThan(1800).endsWith("…").contains("\"a\": \"" + "b".repeat(120) + "…\"");
		assertThat(shown("{\"" + "n".repeat(500_000) + "\":1}")).hasSizeLessThan(400);
	}

	@Test
	void secretsAreCollectedWhereverTheyAre() {
		assertThat(MaskedJson.secrets(
				"""
						{"id":"abcdefgh","secureCode":"hush-1","redirect":{"url":"https://x.example","method":"POST","deep":["hush-2"]},
						"after":["not-this"],"list":[{"token":"hush-3"},"nor-this"],"half":"no"""))
			.containsExactlyInAnyOrder("hush-1", "https://x.example", "hush-2", "hush-3");
	}

	private static String shown(String body) {
		return MaskedJson.of(body, TEXT);
	}

}
