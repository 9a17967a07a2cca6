package dev.tickmark.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.tickmark.payee.Answer.Received;

/**
 * What the body of a refused call says, as far as it may be shown. A provider may quote
 * what it was sent, so texts with more than four digits in a row are never shown.
 *
 * @param code the first error code; null for none
 * @param details error codes with the field at fault, or the provider's own words; empty
 * for none
 */
public record Refusal(@Nullable String code, String details) {

	/** Of how many errors in one body the report speaks. */
	private static final int MOST_ERRORS = 5;

	private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,59}|[0-9]{1,4}");

	private static final Pattern PATH = Pattern.compile("[A-Za-z$][A-Za-z0-9_.$\\[\\]/-]{0,119}");

	private static final Pattern MANY_DIGITS = Pattern.compile("\\p{Nd}{5}");

	/** What account numbers are divided by, whatever sign it is. */
	private static final Pattern DIVIDERS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

	/**
	 * Reads {@code errors[].errorCode, .path, .message}; or {@code fieldErrors[].field,
	 * .error}; or the {@code code} and the {@code message} or {@code description} of the
	 * whole or of its {@code error}.
	 */
	public static Refusal of(Received answer) {
		JsonNode body = Json.read(answer);
		JsonNode whole = body.path("error").isObject() ? body.path("error") : body;
		String code = shown(CODE, whole.path("code"));
		String first = null;
		List<String> details = new ArrayList<>();
		for (JsonNode error : body.path("errors")) {
			String own = shown(CODE, error.path("errorCode"));
			first = (first != null) ? first : own;
			add(details, detail(own, shown(PATH, error.path("path")), error.path("message")));
		}
		for (JsonNode error : whole.path("fieldErrors")) {
			add(details, detail(null, shown(PATH, error.path("field")), error.path("error")));
		}
		if (details.isEmpty()) {
			add(details, detail(code, null, whole.path("message")));
		}
		if (details.isEmpty()) {
			add(details, detail(null, null, whole.path("description")));
		}
		return new Refusal((first != null) ? first : code, String.join(", ", details));
	}

	private static void add(List<String> details, @Nullable String detail) {
		if (detail != null && details.size() < MOST_ERRORS) {
			details.add(detail);
		}
	}

	/** A code as it may be shown; null when it is none. */
	public static @Nullable String code(JsonNode node) {
		return shown(CODE, node);
	}

	private static @Nullable String detail(@Nullable String code, @Nullable String path, JsonNode message) {
		if (path != null) {
			return (code != null) ? path + ": " + code : path;
		}
		if (code != null) {
			return code;
		}
		String words = Json.text(message);
		return (words != null && isHarmless(words)) ? words : null;
	}

	private static @Nullable String shown(Pattern form, JsonNode node) {
		String text = Json.text(node);
		return (text != null && form.matcher(text).matches() && isHarmless(text)) ? text : null;
	}

	/** Whether a text cannot hold a whole account number. */
	static boolean isHarmless(String text) {
		return !MANY_DIGITS.matcher(DIVIDERS.matcher(text).replaceAll("")).find();
	}

	/** The details behind a colon, or nothing; ends the sentence. */
	String ending() {
		return this.details.isEmpty() ? "." : ": " + this.details + ".";
	}

}
