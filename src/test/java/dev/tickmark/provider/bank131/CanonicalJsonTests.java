package dev.tickmark.provider.bank131;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The expected texts are what {@code json.dumps(…, sort_keys=True)} of Python 3 gave. */
class CanonicalJsonTests {

	@Test
	void keysAreSortedAndSeparatedAtEveryLevel() {
		Map<String, Object> inner = new LinkedHashMap<>();
		inner.put("b", "é");
		inner.put("a", List.of("x", "№ 5", Map.of(), List.of()));
		Map<String, Object> payload = new LinkedHashMap<>();
		payload.put("z", "1/2");
		payload.put("a", "Паспорт РФ");
		payload.put("n", inner);
		payload.put("i", 7);
		payload.put("t", true);
		payload.put("o", null);
		payload.put("Z", "");
		assertThat(CanonicalJson.write(payload)).isEqualTo("{\"Z\": \"\","
				+ " \"a\": \"\\u041f\\u0430\\u0441\\u043f\\u043e\\u0440\\u0442 \\u0420\\u0424\", \"i\": 7,"
				+ " \"n\": {\"a\": [\"x\", \"\\u2116 5\", {}, []], \"b\": \"\\u00e9\"}, \"o\": null, \"t\": true,"
				+ " \"z\": \"1/2\"}");
	}

	static List<List<String>> texts() {
		return List.of(List.of("ЁёЙ", "\\u0401\\u0451\\u0419"),
				List.of("say \"hi\" \\ now / then", "say \\\"hi\\\" \\\\ now / then"),
				// beyond the basic plane
				List.of("😀 𐍈", "\\ud83d\\ude00 \\ud800\\udf48"),
				List.of("tab\tline\r\nback\bfeed\f", "tab\\tline\\r\\nback\\bfeed\\f"),
				List.of("\u0001\u001f\u007f\u0080\u2028\ufeff", "\\u0001\\u001f\\u007f\\u0080\\u2028\\ufeff"),
				List.of("<a href='x'>&+=", "<a href='x'>&+="), List.of("İıſ\u212a", "\\u0130\\u0131\\u017f\\u212a"));
	}

	@ParameterizedTest
	@MethodSource("texts")
	void everythingButPrintableAsciiIsEscapedInLowerCase(List<String> plainAndWritten) {
		assertThat(CanonicalJson.write(Map.of("k", plainAndWritten.getFirst())))
			.isEqualTo("{\"k\": \"" + plainAndWritten.getLast() + "\"}");
	}

	@Test
	void theOrderOfTheMembersMakesNoDifference() {
		List<String> keys = new ArrayList<>(Arrays.stream(Field.values()).map(Field::member).toList());
		Map<String, String> one = new LinkedHashMap<>();
		keys.forEach((key) -> one.put(key, "x"));
		Map<String, String> other = new LinkedHashMap<>();
		keys.reversed().forEach((key) -> other.put(key, "x"));
		assertThat(CanonicalJson.write(one)).isEqualTo(CanonicalJson.write(other));
	}

}
