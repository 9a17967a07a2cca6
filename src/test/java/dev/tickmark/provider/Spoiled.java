package dev.tickmark.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON body with one of its members spoiled.
 *
 * @param pointer which member
 * @param way how it was spoiled
 * @param body the body that came of it
 */
public record Spoiled(String pointer, Way way, String body) {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	/** Every member of a body, spoiled in every way. */
	static Stream<Spoiled> of(String body) {
		return pointers("", MAPPER.readTree(body)).stream()
			.flatMap((pointer) -> Stream.of(Way.values())
				.map((way) -> new Spoiled(pointer, way, spoil(body, pointer, way.value))));
	}

	/** The body with a text in the place of every text, one at a time, and of all. */
	static Stream<String> echoing(String body, String text) {
		List<String> texts = pointers("", MAPPER.readTree(body)).stream()
			.filter((pointer) -> MAPPER.readTree(body).at(pointer).isString())
			.toList();
		return texts.stream()
			.flatMap((pointer) -> Stream.of(spoil(body, pointer, '"' + text + '"'),
					spoil(body, pointer, '"' + grouped(text) + '"')));
	}

	/** Error bodies that quote a text wherever they can. */
	static Stream<String> echoes(String text) {
		return Stream.of(text, grouped(text), "not valid: " + text).flatMap((quoted) -> Stream.of("""
				{"id":"%1$s","code":"%1$s","message":"%1$s","errors":[{"errorCode":"%1$s","path":"%1$s",
				"message":"%1$s"}]}""".formatted(quoted), """
				{"code":"BAD_REQUEST","message":"%1$s"}""".formatted(quoted), """
				{"message":"%1$s"}""".formatted(quoted), """
				{"errors":[{"message":"%1$s"}]}""".formatted(quoted), """
				{"errors":[{"errorCode":"INVALID_FIELD","path":"%1$s"}]}""".formatted(quoted), """
				{"status":"error","error":{"code":"%1$s","description":"%1$s","message":"%1$s","details":["%1$s"],
				"fieldErrors":[{"field":"%1$s","error":"%1$s"}]}}""".formatted(quoted), """
				{"status":"error","error":{"description":"%1$s"}}""".formatted(quoted), """
				{"error":{"message":"%1$s"}}""".formatted(quoted), """
				{"error":{"code":"5068","fieldErrors":[{"field":"%1$s","error":"%1$s"}]}}""".formatted(quoted)));
	}

	/** As people write account numbers: in groups of four. */
	static String grouped(String number) {
		return number.replaceAll("(.{4})(?=.)", "$1 ");
	}

	private static String spoil(String body, String pointer, String value) {
		JsonNode tree = MAPPER.readTree(body);
		int last = pointer.lastIndexOf('/');
		ObjectNode parent = (ObjectNode) tree.at(pointer.substring(0, last));
		String member = pointer.substring(last + 1);
		if (value.isEmpty()) {
			parent.remove(member);
		}
		else {
			parent.set(member, MAPPER.readTree(value));
		}
		return MAPPER.writeValueAsString(tree);
	}

	private static List<String> pointers(String prefix, JsonNode node) {
		List<String> pointers = new ArrayList<>();
		if (node.isObject()) {
			node.properties().forEach((member) -> {
				String pointer = prefix + "/" + member.getKey();
				pointers.add(pointer);
				pointers.addAll(pointers(pointer, member.getValue()));
			});
		}
		if (node.isArray()) {
			for (int i = 0; i < node.size(); i++) {
				pointers.addAll(pointers(prefix + "/" + i, node.get(i)));
			}
		}
		return pointers;
	}

	/** How a member can be spoiled. */
	public enum Way {

		REMOVED(""), NULL("null"), ANOTHER_WORD("\"SOMETHING_NEW\""), EMPTY_TEXT("\"\""), LOWER_CASE("\"full_match\""),
		NUMBER("17"), BOOLEAN("true"), EMPTY_LIST("[]"), LIST("[\"FULL_MATCH\"]"), EMPTY_OBJECT("{}");

		private final String value;

		Way(String value) {
			this.value = value;
		}

		/** Whether nothing is left of the member. */
		public boolean leavesNothing() {
			return this == REMOVED || this == NULL;
		}

		/** Whether a text stands in the member's place. */
		public boolean isText() {
			return this == ANOTHER_WORD || this == LOWER_CASE;
		}

	}

}
