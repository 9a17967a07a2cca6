package dev.tickmark.provider;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tickmark.payee.Answer.Received;

/**
 * Reads providers' JSON with distrust: whatever is not clearly there, is not there. Any
 * member may be missing or of another type than documented without an exception.
 */
public final class Json {

	/** What {@link #word} gives for a value that is there but is not a text. */
	public static final String UNREADABLE = "?";

	/** The longest text that is taken from an answer, in characters. */
	private static final int LONGEST = 300;

	// A member that is there twice could say two different things
	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private Json() {
	}

	/**
	 * The body as a tree, or a missing node when it is not one whole JSON object: cut,
	 * broken, empty, or declared to be something else. A response that declares no
	 * content type is taken at its body's word.
	 */
	public static JsonNode read(Received answer) {
		String type = answer.header("content-type");
		if (answer.cut() || (type != null && !isJson(type))) {
			return MissingNode.getInstance();
		}
		return read(answer.body());
	}

	/** The text as a tree, or a missing node when it is not one whole JSON object. */
	public static JsonNode read(String text) {
		try {
			JsonNode tree = MAPPER.readTree(text);
			return tree.isObject() ? tree : MissingNode.getInstance();
		}
		catch (JacksonException _) {
			return MissingNode.getInstance();
		}
	}

	private static boolean isJson(String type) {
		String bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
		return bare.equals("application/json") || (bare.startsWith("application/") && bare.endsWith("+json"));
	}

	/** Whether a member is not there, or null. */
	public static boolean isAbsent(JsonNode node) {
		return node.isMissingNode() || node.isNull();
	}

	/**
	 * A text of at most 300 characters, without control characters; null when there is
	 * none.
	 */
	public static @Nullable String text(JsonNode node) {
		if (!node.isString()) {
			return null;
		}
		// No database takes a NUL, and no report a line break
		String plain = node.stringValue().replaceAll("\\p{Cntrl}", " ").strip();
		return (plain.isEmpty() || plain.length() > LONGEST) ? null : plain;
	}

	/**
	 * One word of a list of words: empty when the member is absent, {@link #UNREADABLE}
	 * when it holds anything but a text.
	 */
	public static String word(JsonNode node) {
		String text = text(node);
		if (text != null) {
			return text;
		}
		return isAbsent(node) ? "" : UNREADABLE;
	}

	/**
	 * A provider's id of something, which may become part of a path; null when there is
	 * none that could.
	 */
	public static @Nullable String id(JsonNode node) {
		String text = text(node);
		// "." and ".." would name another resource
		return (text != null && text.chars().anyMatch(Character::isLetterOrDigit)) ? text : null;
	}

	public static ObjectNode object() {
		return MAPPER.createObjectNode();
	}

	/** Sets a member unless its value is absent. */
	public static void put(ObjectNode object, String member, @Nullable String value) {
		if (value != null) {
			object.put(member, value);
		}
	}

	/**
	 * Writes a tree, always with the same bytes: members come in the order they were set.
	 */
	public static String write(ObjectNode tree) {
		return MAPPER.writeValueAsString(tree);
	}

}
