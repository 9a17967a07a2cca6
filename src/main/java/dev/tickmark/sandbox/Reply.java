package dev.tickmark.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * A response to be sent.
 *
 * @param status the HTTP status; {@link #NONE} closes the connection without a word
 * @param headers the headers beside those that all responses carry
 * @param body the body, may be empty
 */
record Reply(int status, Map<String, String> headers, byte[] body) {

	/** Not a status: the connection is closed instead of answered. */
	static final int NONE = 0;

	static Reply json(int status, JsonNode body) {
		return new Reply(status, Map.of("Content-Type", "application/json"), Json.bytes(body));
	}

	static Reply text(int status, String type, String body) {
		return new Reply(status, Map.of("Content-Type", type + "; charset=utf-8"),
				body.getBytes(StandardCharsets.UTF_8));
	}

	Reply with(String header, String value) {
		Map<String, String> more = new HashMap<>(this.headers);
		more.put(header, value);
		return new Reply(this.status, more, this.body);
	}

	Reply with(String header, long value) {
		return with(header, Long.toString(value));
	}

	Reply without(String header) {
		Map<String, String> fewer = new HashMap<>(this.headers);
		fewer.remove(header);
		return new Reply(this.status, fewer, this.body);
	}

	/** The same response with half of its body, complete as far as HTTP can tell. */
	Reply cut() {
		return new Reply(this.status, this.headers, Arrays.copyOf(this.body, this.body.length / 2));
	}

	/** No response at all: the connection is closed. */
	Reply lost() {
		return new Reply(NONE, Map.of(), new byte[0]);
	}

}
