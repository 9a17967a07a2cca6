package dev.tickmark.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * The text of a questionnaire that its signature is made of: members in order of their
 * names at every level, a comma and a blank, a colon and a blank, ASCII only, and a line
 * end. That it is what Python's JSON writes by default with its keys sorted is an
 * inference from the documented recipe.
 *
 * @see <a href=
 * "https://developer.131.ru/docs/en/verification/verification-interaction/">Bank 131:
 * interaction</a>
 */
final class Bank131Payload {

	private final StringBuilder text = new StringBuilder();

	private Bank131Payload() {
	}

	static String text(JsonNode payload) {
		Bank131Payload written = new Bank131Payload();
		written.value(payload);
		return written.text.toString();
	}

	/** The bytes that are signed. */
	static byte[] signed(JsonNode payload) {
		return (text(payload) + "\r\n").getBytes(StandardCharsets.UTF_8);
	}

	private void value(JsonNode value) {
		if (value.isObject()) {
			members(value);
		}
		else if (value.isArray()) {
			elements(value);
		}
		else if (value.isString()) {
			string(value.stringValue());
		}
		else {
			// Literals and whole numbers read the same; no field of the form is a
			// fraction
			this.text.append(value);
		}
	}

	private void members(JsonNode object) {
		List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
		members.sort((one, other) -> byCodePoints(one.getKey(), other.getKey()));
		String before = "{";
		for (Map.Entry<String, JsonNode> member : members) {
			this.text.append(before);
			string(member.getKey());
			this.text.append(": ");
			value(member.getValue());
			before = ", ";
		}
		this.text.append(members.isEmpty() ? "{}" : "}");
	}

	private void elements(JsonNode array) {
		String before = "[";
		for (JsonNode element : array) {
			this.text.append(before);
			value(element);
			before = ", ";
		}
		this.text.append(array.isEmpty() ? "[]" : "]");
	}

	private void string(String value) {
		this.text.append('"');
		for (int i = 0; i < value.length(); i++) {
			character(value.charAt(i));
		}
		this.text.append('"');
	}

	private void character(char character) {
		switch (character) {
			case '"' -> this.text.append("\\\"");
			case '\\' -> this.text.append("\\\\");
			case '\n' -> this.text.append("\\n");
			case '\r' -> this.text.append("\\r");
			case '\t' -> this.text.append("\\t");
			case '\f' -> this.text.append("\\f");
			case '\b' -> this.text.append("\\b");
			default -> {
				if (character >= ' ' && character <= '~') {
					this.text.append(character);
				}
				else {
					this.text.append("\\u%04x".formatted((int) character));
				}
			}
		}
	}

	// Not String's own order, which tells halves of a pair from whole characters
	private static int byCodePoints(String one, String other) {
		return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
	}

}
