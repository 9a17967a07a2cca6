package dev.tickmark.sandbox;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON with one mapper for all. */
final class Json {

	static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final ObjectReader READER = MAPPER.readerFor(JsonNode.class);

	private static final ObjectWriter WRITER = MAPPER.writer();

	private static final ObjectWriter SORTED = MAPPER.writer().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED);

	private Json() {
	}

	static ObjectNode object() {
		return MAPPER.createObjectNode();
	}

	/** The body's JSON object, or null when it is none. */
	static @Nullable ObjectNode read(byte[] body) {
		return (parsed(body) instanceof ObjectNode object) ? object : null;
	}

	/** The body's JSON object, or an empty one when it is none. */
	static ObjectNode orEmpty(byte[] body) {
		return Objects.requireNonNullElseGet(read(body), Json::object);
	}

	/** Whether the body is an object or an array: some clients write {} as []. */
	static boolean isContainer(byte[] body) {
		JsonNode node = parsed(body);
		return node != null && node.isContainer();
	}

	private static @Nullable JsonNode parsed(byte[] body) {
		try {
			return READER.readValue(body);
		}
		catch (JacksonException _) {
			return null;
		}
	}

	static byte[] bytes(JsonNode node) {
		return WRITER.writeValueAsBytes(node);
	}

	/** The same text for the same content, whatever the order of the members. */
	static String canonical(JsonNode node) {
		return SORTED.writeValueAsString(node);
	}

	/** The string at a member, or null when the member is absent or not a string. */
	static @Nullable String text(JsonNode parent, String member) {
		JsonNode value = parent.path(member);
		return value.isString() ? value.stringValue() : null;
	}

}
