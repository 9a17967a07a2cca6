package dev.tickmark.sandbox;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The expected texts were written by Python: json.dumps(payload, sort_keys=True). */
class Bank131PayloadTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{}                                      | {}
			{"b":1,"a":[]}                          | {"a": [], "b": 1}
			{"b":{"z":0,"a":{}},"a":[true,null,-7]} | {"a": [true, null, -7], "b": {"a": {}, "z": 0}}
			{"citizenship":"РФ"}                    | {"citizenship": "\\u0420\\u0424"}
			{"я":1,"e-mail":"x@y","Z":"/"}          | {"Z": "/", "e-mail": "x@y", "\\u044f": 1}
			{"a":"\\u0041\\/"}                      | {"a": "A/"}
			{"a":"\\"\\\\\\n\\r\\t\\f\\b"}          | {"a": "\\"\\\\\\n\\r\\t\\f\\b"}
			{"a":"\\u007f\\u0001\\u00e9"}           | {"a": "\\u007f\\u0001\\u00e9"}
			{"\\ud83d\\ude00":2,"\\uffff":3}        | {"\\uffff": 3, "\\ud83d\\ude00": 2}
			""")
	void aPayloadIsWrittenAsPythonWritesIt(String payload, String text) {
		assertThat(Bank131Payload.text(Json.MAPPER.readTree(payload))).isEqualTo(text);
	}

	@Test
	void itsSignedBytesEndWithALineEnd() {
		assertThat(Bank131Payload.signed(Json.MAPPER.readTree("{\"a\":\"Ж\"}")))
			.isEqualTo("{\"a\": \"\\u0416\"}\r\n".getBytes(StandardCharsets.US_ASCII));
	}

}
