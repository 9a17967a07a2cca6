package dev.tickmark.provider;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

import dev.tickmark.payee.ProviderName;

/** What is configured for one provider, below {@code tickmark.providers.<name>}. */
public interface ProviderConfiguration {

	/**
	 * The configuration of a provider, for settings that its questions and answers depend
	 * on.
	 * @throws Misconfigured when a key that every lane has is wrong
	 */
	static ProviderConfiguration of(ProviderName provider, Environment environment) {
		return new BoundConfiguration(provider, Binder.get(environment));
	}

	ProviderName provider();

	/**
	 * Binds the provider's keys to a settings record, whose constructor validates them.
	 * @throws Misconfigured when one of them is wrong
	 */
	<T> T settings(Class<T> type);

	/** How long one exchange may take, from connecting to the last byte. */
	Duration timeout();

}
