package dev.tickmark.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A request as it was read.
 *
 * @param method the HTTP method
 * @param path the path without the query
 * @param query what follows the path's question mark, still encoded; may be empty
 * @param headers the request's headers
 * @param body the whole body
 */
record Inquiry(String method, String path, String query, Headers headers, byte[] body) {

	@Nullable String header(String name) {
		return this.headers.getFirst(name);
	}

	/** What follows the given scheme in the Authorization header, or null. */
	@Nullable String authorization(String scheme) {
		String value = header("Authorization");
		if (value == null || !value.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1)) {
			return null;
		}
		return value.substring(scheme.length() + 1).strip();
	}

	/** User name and password of HTTP Basic, or null when there are none. */
	String @Nullable [] basic() {
		String value = authorization("Basic");
		if (value == null) {
			return null;
		}
		try {
			String plain = new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
			String[] parts = plain.split(":", 2);
			return (parts.length == 2) ? new String[] { decoded(parts[0]), decoded(parts[1]) } : null;
		}
		catch (IllegalArgumentException _) {
			return null;
		}
	}

	/** The fields of a form body; of a repeated field, the last. */
	Map<String, String> form() {
		return fields(new String(this.body, StandardCharsets.UTF_8));
	}

	/** The parameters of the query; of a repeated one, the last. */
	Map<String, String> parameters() {
		return fields(this.query);
	}

	/** The same request of somebody nobody knows. */
	Inquiry byNobody() {
		Headers others = new Headers();
		this.headers.forEach(others::put);
		others.remove("Authorization");
		others.replace("X-PARTNER-PROJECT", List.of("nobody"));
		Map<String, String> form = form();
		byte[] unsigned = form.containsKey("grant_type")
				? ("grant_type=" + form.get("grant_type") + "&client_id=nobody&client_secret=nothing")
					.getBytes(StandardCharsets.UTF_8)
				: this.body;
		return new Inquiry(this.method, this.path, this.query, others, unsigned);
	}

	private static Map<String, String> fields(String encoded) {
		Map<String, String> fields = new HashMap<>();
		for (String pair : encoded.split("&")) {
			String[] parts = pair.split("=", 2);
			try {
				fields.put(decoded(parts[0]), (parts.length == 2) ? decoded(parts[1]) : "");
			}
			catch (IllegalArgumentException _) {
				// A field that nobody can decode is as good as absent
			}
		}
		return fields;
	}

	/** The same for the same request, in any process. */
	long hash() {
		return 31L * this.path.hashCode() + Arrays.hashCode(this.body);
	}

	private static String decoded(String value) {
		return URLDecoder.decode(value, StandardCharsets.UTF_8);
	}

}
