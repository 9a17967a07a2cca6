package dev.tickmark.sandbox;

import java.util.Map;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the sandbox.
 *
 * @param defaults {@code tickmark.sandbox.defaults.*}: how every simulated provider
 * behaves
 * @param providers {@code tickmark.sandbox.providers.<name>.*}: the same keys for one of
 * them, {@code banfico} or {@code paysway}, and the port of its own
 */
@ConfigurationProperties("tickmark.sandbox")
public record SandboxSettings(@DefaultValue Behaviour defaults, @DefaultValue Map<String, Adjustment> providers) {

	public SandboxSettings {
		providers = Map.copyOf(providers);
		TreeSet<String> unknown = new TreeSet<>(providers.keySet());
		unknown.removeAll(Plan.names());
		if (!unknown.isEmpty()) {
			throw new IllegalArgumentException("tickmark.sandbox.providers." + unknown.first()
					+ ": the sandbox simulates only " + String.join(" and ", Plan.names()));
		}
		providers.forEach((name, adjustment) -> adjustment.of(defaults));
	}

	/** What applies when nothing is configured. */
	public static SandboxSettings standard() {
		return new SandboxSettings(Behaviour.standard(), Map.of());
	}

	/** All providers alike. */
	public static SandboxSettings of(Behaviour behaviour) {
		return new SandboxSettings(behaviour, Map.of());
	}

	/** How the provider of this name behaves. */
	Behaviour behaviour(String provider) {
		@Nullable Adjustment adjustment = this.providers.get(provider);
		return (adjustment != null) ? adjustment.of(this.defaults) : this.defaults;
	}

	/** The port of this provider when ports are fixed; 0 is any free one. */
	int port(Plan plan) {
		@Nullable Adjustment adjustment = this.providers.get(plan.key());
		Integer port = (adjustment != null) ? adjustment.port() : null;
		return (port != null) ? port : plan.port();
	}

}
