package dev.tickmark.provider;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.CallKind;

/**
 * A call to be made.
 *
 * @param kind what it is for
 * @param method the HTTP method
 * @param path the path below the provider's base URL, beginning with a slash, already
 * encoded
 * @param headers the headers; credentials are among them only once it is authorized
 * @param body the body as it is sent, JSON in UTF-8; null for none
 * @param repeat whether this asks again what may have been asked, and charged, already,
 * because nothing can tell
 */
public record Request(CallKind kind, String method, String path, Map<String, String> headers, @Nullable String body,
		boolean repeat) {

	public Request {
		headers = Map.copyOf(headers);
	}

	/** With these headers as well. */
	public Request with(Map<String, String> more) {
		Map<String, String> all = new HashMap<>(this.headers);
		all.putAll(more);
		return new Request(this.kind, this.method, this.path, all, this.body, this.repeat);
	}

	/** With another body. */
	public Request withBody(String other) {
		return new Request(this.kind, this.method, this.path, this.headers, other, this.repeat);
	}

	/** Without body and headers: they name the payee, and may hold credentials. */
	@Override
	public String toString() {
		return "Request[" + this.kind + " " + this.method + " " + this.path + "]";
	}

}
