package dev.tickmark.ledger;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;

/**
 * The JSON of the ledger: columns, and files beside it; for the rooms within this one.
 */
public final class Json {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	// What is done for every row is looked up once
	private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {
	};

	private static final ObjectWriter STRINGS_WRITER = MAPPER.writerFor(STRINGS);

	private static final ObjectReader STRINGS_READER = MAPPER.readerFor(STRINGS);

	private static final ObjectWriter PAYEE_WRITER = MAPPER.writerFor(new TypeReference<Map<Column, String>>() {
	});

	private static final TypeReference<Map<String, String>> PAIRS = new TypeReference<>() {
	};

	private Json() {
	}

	static String of(List<String> strings) {
		return STRINGS_WRITER.writeValueAsString(strings);
	}

	static String of(Map<String, String> pairs) {
		return MAPPER.writeValueAsString(pairs);
	}

	static String of(Payee payee) {
		return PAYEE_WRITER.writeValueAsString(payee.values());
	}

	static String of(CallOnFile call) {
		return MAPPER.writeValueAsString(call);
	}

	static CallOnFile call(String json) {
		return MAPPER.readValue(json, CallOnFile.class);
	}

	public static List<String> strings(String json) {
		return STRINGS_READER.readValue(json);
	}

	static Map<String, String> pairs(String json) {
		return MAPPER.readValue(json, PAIRS);
	}

	static Payee payee(String json) {
		EnumMap<Column, String> values = new EnumMap<>(Column.class);
		pairs(json).forEach((column, value) -> values.put(Column.valueOf(column), value));
		return new Payee(values);
	}

}
