package dev.tickmark.report;

import java.nio.charset.StandardCharsets;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How we write JSON: every key on a line of its own and in the order of the record, so
 * that two summaries can be compared line by line.
 */
public final class JsonText {

	private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(SerializationFeature.INDENT_OUTPUT)
		.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
		.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT))
		.build();

	private JsonText() {
	}

	/** A record, and what is in it, as a text in UTF-8. */
	public static byte[] of(Object tree) {
		return (JSON.writeValueAsString(tree) + "\n").getBytes(StandardCharsets.UTF_8);
	}

}
