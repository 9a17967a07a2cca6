package dev.tickmark.release;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what persons decide.
 *
 * @param rememberFor how long an accepted close match holds
 */
@ConfigurationProperties(prefix = "tickmark.release", ignoreUnknownFields = false)
record ReleaseSettings(@DefaultValue("365d") Duration rememberFor) {

	/** The ledger takes no more. */
	private static final Duration LONGEST = Duration.ofDays(730);

	private static final Duration SHORTEST = Duration.ofMinutes(1);

	ReleaseSettings {
		if (rememberFor.compareTo(SHORTEST) < 0 || rememberFor.compareTo(LONGEST) > 0) {
			throw new IllegalArgumentException("remember-for is " + rememberFor
					+ "; it is at least a minute and at most " + LONGEST.toDays() + "d");
		}
	}

}
