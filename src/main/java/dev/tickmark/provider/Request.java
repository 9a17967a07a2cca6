package dev.tickmark.provider;

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
 * @param headers the headers, without credentials
 * @param body the body as it is sent, JSON in UTF-8; null for none
 * @param repeat whether this asks again what may have been asked, and charged, already,
 * because nothing can tell
 */
public record Request(CallKind kind, String method, String path, Map<String, String> headers, @Nullable String body,
		boolean repeat) {

	public Request {
		headers = Map.copyOf(headers);
	}

	/** Without the body: it names the payee and the account. */
	@Override
	public String toString() {
		return "Request[" + this.kind + " " + this.method + " " + this.path + "]";
	}

}
