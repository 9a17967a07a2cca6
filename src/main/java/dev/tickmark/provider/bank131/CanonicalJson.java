package dev.tickmark.provider.bank131;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one text of a payload that is signed: what Python's
 * {@code json.dumps(payload, sort_keys=True)} gives. Keys are sorted at every level, a
 * space follows each comma and colon, and all but printable ASCII is escaped with lower
 * case hex.
 *
 * @see <a href="https://developer.131.ru/en/escrow-account/verification-intro">Signing a
 * request</a>
 */
final class CanonicalJson {

	private static final JsonMapper MAPPER = mapper();

	private CanonicalJson() {
	}

	/** Values may be texts, numbers, booleans, null, lists and maps of these. */
	static String write(Map<String, ?> payload) {
		return MAPPER.writeValueAsString(payload);
	}

	private static JsonMapper mapper() {
		Separators separators = Separators.createDefaultInstance()
			.withObjectNameValueSpacing(Spacing.AFTER)
			.withObjectEntrySpacing(Spacing.AFTER)
			.withArrayElementSpacing(Spacing.AFTER)
			.withObjectEmptySeparator("")
			.withArrayEmptySeparator("");
		DefaultPrettyPrinter.Indenter none = new DefaultPrettyPrinter.NopIndenter();
		JsonFactory factory = JsonFactory.builder()
			.enable(JsonWriteFeature.ESCAPE_NON_ASCII)
			.disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
			.disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
			.characterEscapes(new Escapes())
			.build();
		return JsonMapper.builder(factory)
			.enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
			.defaultPrettyPrinter(new DefaultPrettyPrinter(separators).withObjectIndenter(none).withArrayIndenter(none))
			.build();
	}

	/** Python escapes DEL as well, which Jackson counts as ASCII to be left alone. */
	private static final class Escapes extends CharacterEscapes {

		private static final long serialVersionUID = 1;

		private final int[] codes = standardAsciiEscapesForJSON();

		Escapes() {
			this.codes[0x7f] = ESCAPE_STANDARD;
		}

		@Override
		public int[] getEscapeCodesForAscii() {
			return this.codes;
		}

		@Override
		public @Nullable SerializableString getEscapeSequence(int character) {
			return null;
		}

	}

}
