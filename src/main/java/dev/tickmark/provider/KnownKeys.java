package dev.tickmark.provider;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;

/**
 * Finds a key that nobody reads. A mistyped limit would otherwise be no limit, and nobody
 * would know.
 */
final class KnownKeys {

	private KnownKeys() {
	}

	/**
	 * Checks the keys of one provider against its settings records.
	 * @throws Misconfigured when a key is in none of them
	 */
	static void check(Provider provider, Binder binder) {
		String prefix = "tickmark.providers." + provider.name();
		Set<String> known = Stream.concat(Stream.of(LaneSettings.class), provider.settings().stream())
			.flatMap((type) -> Arrays.stream(type.getRecordComponents()))
			.map(KnownKeys::key)
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> plain = known.stream().map(KnownKeys::plain).collect(Collectors.toSet());
		Map<String, Object> configured = binder.bind(prefix, Bindable.mapOf(String.class, Object.class))
			.orElse(Map.of());
		for (String key : configured.keySet()) {
			String name = key.split("[.\\[]", 2)[0];
			if (!plain.contains(plain(name))) {
				throw new Misconfigured("Configuration: " + prefix + "." + name + ": there is no such key; known are "
						+ String.join(", ", known));
			}
		}
	}

	/** {@code baseUrl} is {@code base-url} in a file. */
	private static String key(RecordComponent component) {
		return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
	}

	/** Environment variables have neither hyphens nor capitals. */
	private static String plain(String key) {
		return key.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
	}

}
