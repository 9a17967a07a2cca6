package dev.tickmark.sandbox;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the sandbox, as they were written. What the keys mean is said by
 * {@link Behaviour}, and by the switches of the provider that alone knows them.
 *
 * @param defaults {@code tickmark.sandbox.defaults.*}: how every simulated provider
 * behaves
 * @param providers {@code tickmark.sandbox.providers.<name>.*}: the same keys for one of
 * them, such as {@code banfico}, and the {@code port} of its own
 */
@ConfigurationProperties("tickmark.sandbox")
public record SandboxSettings(@DefaultValue Map<String, String> defaults,
		@DefaultValue Map<String, Map<String, String>> providers) {

	private static final String DEFAULTS = "tickmark.sandbox.defaults";

	private static final String PROVIDERS = "tickmark.sandbox.providers.";

	public SandboxSettings {
		defaults = new Written(defaults).values();
		TreeSet<String> unknown = new TreeSet<>(providers.keySet());
		unknown.removeAll(Plan.names());
		if (!unknown.isEmpty()) {
			throw new IllegalArgumentException(
					PROVIDERS + unknown.first() + ": the sandbox simulates only " + String.join(", ", Plan.names()));
		}
		providers = providers.entrySet()
			.stream()
			.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey,
					provider -> new Written(provider.getValue()).values()));
		check(defaults, providers);
	}

	/** What applies when nothing is configured. */
	public static SandboxSettings standard() {
		return new SandboxSettings(Map.of(), Map.of());
	}

	/** All providers alike. */
	public static SandboxSettings of(Behaviour behaviour) {
		return new SandboxSettings(behaviour.written(), Map.of());
	}

	/** How the provider of this name behaves. */
	Behaviour behaviour(String provider) {
		return behaviour(written(provider).over(new Written(this.defaults)), PROVIDERS + provider);
	}

	/** The port of this provider when ports are fixed; 0 is any free one. */
	int port(Plan plan) {
		Integer port = written(plan.key()).as(Place.class, PROVIDERS + plan.key()).port();
		return (port != null) ? port : plan.port();
	}

	private Written written(String provider) {
		return new Written(this.providers.getOrDefault(provider, Map.of()));
	}

	private static Behaviour behaviour(Written written, String prefix) {
		written.as(Fault.Listed.class, prefix);
		written.as(Limit.Listed.class, prefix);
		written.as(Bookkeeping.class, prefix);
		return written.as(Behaviour.class, prefix).with(written.values());
	}

	private static void check(Map<String, String> defaults, Map<String, Map<String, String>> providers) {
		Written common = new Written(defaults);
		Set<String> known = Stream.of(Behaviour.class, Bookkeeping.class, Fault.Listed.class, Limit.Listed.class)
			.flatMap(Written::keys)
			.collect(Collectors.toCollection(TreeSet::new));
		allKnown(defaults, DEFAULTS, Stream.concat(known.stream(), Plan.all().flatMap(Plan::keys)));
		behaviour(common, DEFAULTS);
		Plan.all().forEach(plan -> {
			common.as(plan.switches(), DEFAULTS);
			Map<String, String> given = providers.getOrDefault(plan.key(), Map.of());
			String prefix = PROVIDERS + plan.key();
			allKnown(given, prefix, Stream.of(known.stream(), plan.keys(), Stream.of("port")).flatMap(keys -> keys));
			Written merged = new Written(given).over(common);
			behaviour(merged, prefix);
			merged.as(plan.switches(), prefix);
			new Written(given).as(Place.class, prefix);
		});
	}

	private static void allKnown(Map<String, String> given, String prefix, Stream<String> known) {
		TreeSet<String> unknown = new TreeSet<>(given.keySet());
		Set<String> all = known.collect(Collectors.toSet());
		unknown.removeIf((key) -> all.contains(Written.placeless(key)));
		if (!unknown.isEmpty()) {
			throw new IllegalArgumentException(
					prefix + "." + unknown.first() + ": the sandbox has no such setting, see src/docs/sandbox.md");
		}
	}

	/**
	 * Where a provider listens.
	 *
	 * @param port when ports are fixed, 0 to 65535; 0 is any free one, null the published
	 * one
	 */
	record Place(@Nullable Integer port) {

		Place {
			Check.that(port == null || (port >= 0 && port <= 65535), "port", "must be from 0 to 65535, not " + port);
		}

	}

}
