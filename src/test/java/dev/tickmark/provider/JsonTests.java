package dev.tickmark.provider;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tickmark.payee.Answer.Received;

import static org.assertj.core.api.Assertions.assertThat;

class JsonTests {

	@ParameterizedTest
	@ValueSource(strings = { "{\"a\":1,\"a\":2}", "{\"a\":1} x", "{\"a\":1}{\"a\":1}", "[1]", "1", "", "{\"a\":1",
			"{a:1}", "\uFEFF{\"a\":1}", "{\"b\":{\"c\":1,\"c\":2},\"a\":1}" })
	void whatIsNotOneWholeObjectIsNothing(String text) {
		assertThat(Json.read(text).isMissingNode()).isTrue();
	}

	@Test
	void endlessNestingIsNothing() {
		assertThat(Json.read("{\"a\":".repeat(5000) + "1" + "}".repeat(5000)).isMissingNode()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "application/json, true", "application/json;charset=UTF-8, true", "APPLICATION/JSON, true",
			"application/problem+json, true", "text/html, false", "text/plain, false", "'', false" })
	void onlyJsonIsReadAsJson(String type, boolean read) {
		Received answer = new Received(200, Map.of("content-type", type), "{\"a\":1}", false);
		assertThat(Json.read(answer).has("a")).isEqualTo(read);
	}

	@Test
	void aTextHasNoControlCharactersAndABound() {
		assertThat(Json.text(Json.read("{\"a\":\" x\\u0000y\\nz \"}").path("a"))).isEqualTo("x y z");
		assertThat(Json.text(Json.read("{\"a\":\"" + "x".repeat(300) + "\"}").path("a"))).hasSize(300);
		assertThat(Json.text(Json.read("{\"a\":\"" + "x".repeat(301) + "\"}").path("a"))).isNull();
		assertThat(Json.text(Json.read("{\"a\":7}").path("a"))).isNull();
	}

	@Test
	void membersAreWrittenInTheOrderTheyWereSet() {
		var object = Json.object();
		object.put("z", "é\"").putObject("b").put("y", 1).put("a", 2);
		assertThat(Json.write(object)).isEqualTo("{\"z\":\"é\\\"\",\"b\":{\"y\":1,\"a\":2}}");
	}

}
