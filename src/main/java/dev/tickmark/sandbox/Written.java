package dev.tickmark.sandbox;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

	private static final Pattern NAMED_PLACE = Pattern.compile("\\.(\\d+)(?=\\.)");

	private static final Pattern PLACE = Pattern.compile("\\[\\d+]");

	Written(Map<String, String> values) {
		Map<String, String> uniform = new LinkedHashMap<>();
		// Of two spellings the first was found in the place that goes first
		values.forEach((key, value) -> uniform.putIfAbsent(uniform(key), value));
		this.values = Collections.unmodifiableMap(uniform);
	}

	/**
	 * These values, and the others where these are silent. A list is never mixed from
	 * both.
	 */
	Written over(Written others) {
		Set<String> lists = this.values.keySet()
			.stream()
			.filter(Written::isListed)
			.map(Written::list)
			.collect(Collectors.toSet());
		Map<String, String> merged = new LinkedHashMap<>(this.values);
		others.values.forEach((key, value) -> {
			if (!isListed(key) || !lists.contains(list(key))) {
				merged.putIfAbsent(key, value);
			}
		});
		return new Written(merged);
	}

	/**
	 * A key without its place in a list: of {@code faults[3].kind},
	 * {@code faults[].kind}.
	 */
	static String placeless(String key) {
		return PLACE.matcher(key).replaceAll("[]");
	}

	private static boolean isListed(String key) {
		return PLACE.matcher(key).find();
	}

	private static String list(String key) {
		return key.substring(0, key.indexOf('['));
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
		if (component.getGenericType() instanceof ParameterizedType list
				&& list.getActualTypeArguments()[0] instanceof Class<?> element && element.isRecord()) {
			return keys(element).map(inner -> key + "[]." + inner);
		}
		return component.getType().isRecord() ? keys(component.getType()).map(inner -> key + "." + inner)
				: Stream.of(key);
	}

	private static String uniform(String key) {
		// A map's key has the places in a list as names of their own
		return NAMED_PLACE.matcher(key).replaceAll("[$1]").replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
	}

}
