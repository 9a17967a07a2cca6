package dev.tickmark.verification;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.ProviderName;

/**
 * A lane that this process uses, as it is at a moment.
 *
 * @param users how many runs use it
 * @param paused how long it lets nothing through yet; zero when it does
 * @param outSince since when the provider is out of service; null when it is not
 * @param fault why it is stopped, a sentence; null when it is not
 */
public record LaneNow(ProviderName provider, boolean sandbox, int users, Duration paused, @Nullable Instant outSince,
		@Nullable String fault) {

	/** Whether anything gets through. */
	public boolean works() {
		return this.outSince == null && this.fault == null;
	}

}
