package dev.tickmark.verification;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a running job to stop. A flag that the job itself looks at, because a stop from
 * outside races with the commits of the steps that are running.
 */
public final class StopSignal {

	private static final Logger log = LoggerFactory.getLogger(StopSignal.class);

	private volatile @Nullable String reason;

	/** Asks for a stop; calls in flight still land. */
	public void request(String why) {
		if (this.reason == null) {
			this.reason = why;
			log.info("stop requested: {}", why);
		}
	}

	public boolean requested() {
		return this.reason != null;
	}

	/** Why a stop was asked for; null when it was not. */
	public @Nullable String reason() {
		return this.reason;
	}

}
