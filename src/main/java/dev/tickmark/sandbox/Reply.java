package dev.tickmark.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A response to be sent.
 *
 * @param status the HTTP status; 0 where nothing is sent
 * @param headers the headers beside those that all responses carry
 * @param body the body, may be empty
 * @param manner how it is sent, or not
 * @param source what writes the body while it is sent, in place of {@code body}; null for
 * most
 */
record Reply(int status, Map<String, String> headers, byte[] body, Manner manner, @Nullable Source source) {

	Reply(int status, Map<String, String> headers, byte[] body, Manner manner) {
		this(status, headers, body, manner, null);
	}

	Reply(int status, Map<String, String> headers, byte[] body) {
		this(status, headers, body, Manner.WHOLE);
	}

	/** No response at all. */
	static Reply none(Manner manner) {
		return new Reply(0, Map.of(), new byte[0], manner);
	}

	static Reply json(int status, JsonNode body) {
		return new Reply(status, Map.of("Content-Type", "application/json"), Json.bytes(body));
	}

	static Reply text(int status, String type, String body) {
		return new Reply(status, Map.of("Content-Type", type + "; charset=utf-8"),
				body.getBytes(StandardCharsets.UTF_8));
	}

	/** A response too long to be held. */
	static Reply streamed(String type, Source source) {
		return new Reply(200, Map.of("Content-Type", type + "; charset=utf-8"), new byte[0], Manner.WHOLE, source);
	}

	Reply with(String header, String value) {
		Map<String, String> more = new HashMap<>(this.headers);
		more.put(header, value);
		return new Reply(this.status, more, this.body, this.manner);
	}

	Reply with(String header, long value) {
		return with(header, Long.toString(value));
	}

	Reply without(String header) {
		Map<String, String> fewer = new HashMap<>(this.headers);
		fewer.remove(header);
		return new Reply(this.status, fewer, this.body, this.manner);
	}

	/** The same response with half of its body, complete as far as HTTP can tell. */
	Reply cut() {
		return map((whole) -> Arrays.copyOf(whole, whole.length / 2));
	}

	/**
	 * The same response with a body that is no JSON, complete as far as HTTP can tell.
	 */
	Reply garbled() {
		return map((whole) -> new String(whole, StandardCharsets.UTF_8).replace("\":", "\"=")
			.getBytes(StandardCharsets.UTF_8));
	}

	/** The same response with another body; where none is sent, none still. */
	Reply map(UnaryOperator<byte[]> change) {
		return isSent() ? new Reply(this.status, this.headers, change.apply(this.body), this.manner) : this;
	}

	/** The same response sent in another manner; where none is sent, none still. */
	Reply in(Manner other) {
		return isSent() ? new Reply(this.status, this.headers, this.body, other) : this;
	}

	/** Whether anything is sent. */
	boolean isSent() {
		return this.status != 0;
	}

	/** What writes a body. */
	interface Source {

		void write(OutputStream out) throws IOException;

	}

}
