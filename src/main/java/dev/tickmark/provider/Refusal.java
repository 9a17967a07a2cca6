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

	private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,59}");

	private static final Pattern PATH = Pattern.compile("[A-Za-z$][A-Za-z0-9_.$\\[\\]/-]{0,119}");

	// Account numbers are also written in groups
	private static final Pattern MANY_DIGITS = Pattern.compile("\\d(?:[ .-]?\\d){4,}");

	/**
	 * Reads {@code errors[].errorCode, .path, .message} and the {@code code} and
	 * {@code message} of the whole.
	 */
	public static Refusal of(Received answer) {
		JsonNode body = Json.read(answer);
		List<String> details = new ArrayList<>();
		String first = null;
		for (JsonNode error : body.path("errors")) {
			String code = shown(CODE, error.path("errorCode"));
			first = (first != null) ? first : code;
			String detail = detail(code, shown(PATH, error.path("path")), error.path("message"));
			if (detail != null && details.size() < MOST_ERRORS) {
				details.add(detail);
			}
		}
		String whole = shown(CODE, body.path("code"));
		if (details.isEmpty()) {
			String detail = detail(whole, null, body.path("message"));
			if (detail != null) {
				details.add(detail);
			}
		}
		return new Refusal((first != null) ? first : whole, String.join(", ", details));
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
		return !MANY_DIGITS.matcher(text).find();
	}

	/** The details behind a colon, or nothing; ends the sentence. */
	String ending() {
		return this.details.isEmpty() ? "." : ": " + this.details + ".";
	}

}
