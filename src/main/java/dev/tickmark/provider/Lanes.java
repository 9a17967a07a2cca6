package dev.tickmark.provider;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import dev.tickmark.payee.ProviderName;

/** Opens the lanes that a run needs. */
@Component
public class Lanes {

	private final Map<ProviderName, Provider> providers = new LinkedHashMap<>();

	private final Binder binder;

	/**
	 * Checks what is configured for every provider, needed or not.
	 * @throws Misconfigured when a key is wrong
	 */
	Lanes(List<Provider> providers, Environment environment) {
		providers.forEach((provider) -> this.providers.put(provider.name(), provider));
		this.binder = Binder.get(environment);
		this.binder.bind("tickmark.providers", Bindable.mapOf(String.class, Object.class))
			.ifBound((configured) -> configured.keySet().forEach(this::requireKnown));
		this.providers.forEach((name, provider) -> {
			KnownKeys.check(provider, this.binder);
			new BoundConfiguration(name, this.binder);
		});
	}

	/**
	 * Opens lanes, without sending anything.
	 * @throws Misconfigured when one of them is not configured
	 */
	public Map<ProviderName, Lane> open(Collection<ProviderName> names) {
		Map<ProviderName, Lane> lanes = new LinkedHashMap<>();
		for (ProviderName name : names) {
			lanes.put(name, open(name));
		}
		return lanes;
	}

	/**
	 * Whether any of these providers is configured to be on another machine, and so is
	 * not the sandbox.
	 */
	public boolean leaveThisMachine(Collection<ProviderName> names) {
		return names.stream()
			.filter(this.providers::containsKey)
			.map((name) -> new BoundConfiguration(name, this.binder).lane())
			.anyMatch(LaneSettings::leavesThisMachine);
	}

	/** The provider of that name, which there is. */
	public Provider provider(ProviderName name) {
		return Objects.requireNonNull(this.providers.get(name), () -> "no provider " + name);
	}

	/**
	 * What one verification costs, in the currency of the contract; null if not known.
	 */
	public @Nullable BigDecimal price(ProviderName name) {
		return new BoundConfiguration(name, this.binder).lane().price();
	}

	private Lane open(ProviderName name) {
		Provider provider = this.providers.get(name);
		if (provider == null) {
			throw new Misconfigured("Rows of this run are routed to " + name + ", which this version does not know.");
		}
		BoundConfiguration configuration = new BoundConfiguration(name, this.binder);
		if (configuration.lane().baseUrl() == null) {
			throw new Misconfigured("Missing configuration: tickmark.providers." + name + ".base-url. Rows of this file"
					+ " need " + name + ": set the key, or try the file with --sandbox.");
		}
		return new Lane(provider, configuration.lane(), configuration.all(), provider.authenticator(configuration));
	}

	private void requireKnown(String name) {
		if (this.providers.keySet().stream().noneMatch((known) -> known.value().equals(name))) {
			throw new Misconfigured("Configuration: tickmark.providers." + name
					+ ": there is no such provider; known are " + this.providers.keySet());
		}
	}

}
