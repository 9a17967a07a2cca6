package dev.tickmark.ledger;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import dev.tickmark.payee.Column;
import dev.tickmark.payee.Payee;

/** The JSON of the ledger: columns, and files beside it. */
final class Json {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {
	};

	private static final TypeReference<Map<String, String>> PAIRS = new TypeReference<>() {
	};

	private Json() {
	}

	static String of(List<String> strings) {
		return MAPPER.writeValueAsString(strings);
	}

	static String of(Map<String, String> pairs) {
		return MAPPER.writeValueAsString(pairs);
	}

	static String of(Payee payee) {
		return MAPPER.writeValueAsString(payee.values());
	}

	static String of(CallOnFile call) {
		return MAPPER.writeValueAsString(call);
	}

	static CallOnFile call(String json) {
		return MAPPER.readValue(json, CallOnFile.class);
	}

	static List<String> strings(String json) {
		return MAPPER.readValue(json, STRINGS);
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
