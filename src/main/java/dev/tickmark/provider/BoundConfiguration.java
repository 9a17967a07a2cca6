package dev.tickmark.provider;

import java.time.Duration;
import java.util.Map;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;

import dev.tickmark.payee.ProviderName;

/** One provider's part of Spring Boot's configuration. */
final class BoundConfiguration implements ProviderConfiguration {

	private final ProviderName provider;

	private final Binder binder;

	private final LaneSettings lane;

	BoundConfiguration(ProviderName provider, Binder binder) {
		this.provider = provider;
		this.binder = binder;
		this.lane = settings(LaneSettings.class);
	}

	LaneSettings lane() {
		return this.lane;
	}

	/** Every key that is set, whoever reads it. */
	Map<String, Object> all() {
		return this.binder.bind("tickmark.providers." + this.provider, Bindable.mapOf(String.class, Object.class))
			.orElse(Map.of());
	}

	@Override
	public ProviderName provider() {
		return this.provider;
	}

	@Override
	public Duration timeout() {
		return this.lane.timeout();
	}

	@Override
	public <T> T settings(Class<T> type) {
		String prefix = "tickmark.providers." + this.provider;
		try {
			return this.binder.bindOrCreate(prefix, Bindable.of(type));
		}
		catch (BindException ex) {
			throw Misconfigured.of(ex);
		}
	}

}
