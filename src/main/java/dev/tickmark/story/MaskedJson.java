package dev.tickmark.story;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer's JSON with its names, and with values as far as they may be shown. It is
 * read piece by piece, so that half an answer shows its half, and a long one its
 * beginning.
 */
final class MaskedJson {

	/** So much is shown, in characters. */
	private static final int LONGEST = 1500;

	private static final int LONGEST_VALUE = 120;

	/** A shorter one could be a word of everyday. */
	private static final int SHORTEST_SECRET = 6;

	private final MaskedText text;

	private final StringBuilder shown = new StringBuilder();

	/** Whether a value comes next, after its name. */
	private boolean named;

	private MaskedJson(MaskedText text) {
		this.text = text;
	}

	static String of(String body, MaskedText text) {
		MaskedJson json = new MaskedJson(text);
		try (JsonParser parser = JsonMapper.shared().createParser(body)) {
			json.write(parser);
		}
		catch (JacksonException _) {
			json.shown.append(" … (from here on it is not JSON)");
		}
		return text.together(json.shown.toString());
	}

	/** What the members with a secret's name hold, as far as the text can be read. */
	static Set<String> secrets(String body) {
		Set<String> secrets = new HashSet<>();
		try (JsonParser parser = JsonMapper.shared().createParser(body)) {
			int depth = 0;
			int secretFrom = Integer.MAX_VALUE;
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
				depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
				if (token == JsonToken.PROPERTY_NAME) {
					boolean inside = depth > secretFrom;
					secretFrom = inside ? secretFrom : isSecret(parser) ? depth : Integer.MAX_VALUE;
				}
				else if (token == JsonToken.VALUE_STRING && depth >= secretFrom
						&& parser.getString().length() >= SHORTEST_SECRET) {
					secrets.add(parser.getString());
				}
			}
		}
		catch (JacksonException _) {
			// as far as it can be read
		}
		return secrets;
	}

	private void write(JsonParser parser) {
		Deque<String> ends = new ArrayDeque<>();
		boolean first = true;
		for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
			if (this.shown.length() > LONGEST) {
				this.shown.append(" …");
				return;
			}
			if (token.isStructEnd()) {
				this.shown.append(ends.pop());
				first = false;
				continue;
			}
			this.shown.append((first || this.named) ? "" : ", ");
			first = false;
			this.named = false;
			if (token.isStructStart()) {
				this.shown.append((token == JsonToken.START_OBJECT) ? "{" : "[");
				ends.push((token == JsonToken.START_OBJECT) ? "}" : "]");
				first = true;
			}
			else if (token == JsonToken.PROPERTY_NAME) {
				name(parser);
			}
			else {
				this.shown.append(value(parser, token));
			}
		}
	}

	private void name(JsonParser parser) {
		String name = parser.currentName();
		this.shown.append(quoted(name)).append(": ");
		this.named = true;
		if (isSecret(parser)) {
			@Nullable JsonToken value = parser.nextToken();
			parser.skipChildren();
			this.shown.append((value == JsonToken.VALUE_NULL) ? "null" : MaskedText.WITHHELD);
			this.named = false;
		}
	}

	/** By its name, or by that of the object it is in and its own. */
	private static boolean isSecret(JsonParser parser) {
		String name = parser.currentName();
		@Nullable TokenStreamContext object = parser.streamReadContext().getParent();
		@Nullable String parent = (object != null) ? object.currentName() : null;
		return SecretNames.include(name) || (parent != null && SecretNames.include(parent + "_" + name));
	}

	private String value(JsonParser parser, JsonToken token) {
		return switch (token) {
			case VALUE_STRING -> quoted(parser.getString());
			case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> this.text.of(parser.getString(), LONGEST_VALUE);
			default -> token.asString();
		};
	}

	private String quoted(String value) {
		return "\"" + this.text.of(value, LONGEST_VALUE).replace("\"", "\\\"") + "\"";
	}

}
