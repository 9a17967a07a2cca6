package dev.tickmark.reconciliation;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How verifications are read back, below {@code tickmark.reconciliation}.
 *
 * @param patience how long a lane may be kept waiting by its provider before it is left
 * for the next time
 * @param attempts how often one verification is asked for before it counts as not
 * readable
 */
@ConfigurationProperties("tickmark.reconciliation")
record ReconciliationSettings(@DefaultValue("10m") Duration patience, @DefaultValue("3") int attempts) {

	private static final Duration LONGEST = Duration.ofHours(24);

	private static final int MOST = 20;

	ReconciliationSettings {
		if (!patience.isPositive() || patience.compareTo(LONGEST) > 0) {
			throw new IllegalArgumentException(
					"tickmark.reconciliation.patience: must be above zero and at most 24h, was " + patience);
		}
		if (attempts < 1 || attempts > MOST) {
			throw new IllegalArgumentException(
					"tickmark.reconciliation.attempts: must be from 1 to " + MOST + ", was " + attempts);
		}
	}

}
