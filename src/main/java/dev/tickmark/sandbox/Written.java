package dev.tickmark.sandbox;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * Settings as somebody wrote them, before it is known what they mean.
 *
 * @param values the values by key, in lower case and without dashes: one form for all the
 * spellings that Spring Boot takes for the same key
 */
record Written(Map<String, String> values) {

	Written(Map<String, String> values) {
		Map<String, String> uniform = new LinkedHashMap<>();
		// Of two spellings the first was found in the place that goes first
		values.forEach((key, value) -> uniform.putIfAbsent(uniform(key), value));
		this.values = Collections.unmodifiableMap(uniform);
	}

	/** These values, and the others where these are silent. */
	Written over(Written others) {
		Map<String, String> merged = new LinkedHashMap<>(this.values);
		others.values.forEach(merged::putIfAbsent);
		return new Written(merged);
	}

	/**
	 * What these settings mean.
	 * @param type a record with defaults; keys it does not know are left alone
	 * @param prefix what the keys are below, for the message when a value does not fit
	 */
	<T extends Record> T as(Class<T> type, String prefix) {
		Map<String, String> full = new LinkedHashMap<>();
		this.values.forEach((key, value) -> full.put(prefix + "." + key, value));
		return new Binder(new MapConfigurationPropertySource(full)).bindOrCreate(prefix, type);
	}

	/** The keys of a settings record in the form they have here. */
	static Stream<String> keys(Class<?> type) {
		return Arrays.stream(type.getRecordComponents()).flatMap(Written::keys);
	}

	/** A record component as its key is written: in lower case, with dashes. */
	static String key(RecordComponent component) {
		return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
	}

	private static Stream<String> keys(RecordComponent component) {
		String key = uniform(component.getName());
		return component.getType().isRecord() ? keys(component.getType()).map(inner -> key + "." + inner)
				: Stream.of(key);
	}

	private static String uniform(String key) {
		return key.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
	}

}
