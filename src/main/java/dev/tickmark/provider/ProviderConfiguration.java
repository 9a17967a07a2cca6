package dev.tickmark.provider;

import java.time.Duration;

import dev.tickmark.payee.ProviderName;

/** What is configured for one provider, below {@code tickmark.providers.<name>}. */
public interface ProviderConfiguration {

	ProviderName provider();

	/**
	 * Binds the provider's keys to a settings record, whose constructor validates them.
	 */
	<T> T settings(Class<T> type);

	/** How long one exchange may take, from connecting to the last byte. */
	Duration timeout();

}
