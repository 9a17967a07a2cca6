package dev.tickmark.sandbox;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be switched in Paysafe alone.
 *
 * @param sessionLife how long a session lives, more than zero and at most a day; the
 * documented sample lives for two minutes, but the sandbox's clock runs fast
 * @param accountLimit the open sessions and verified accounts that a customer may have
 * together, 1 to 1000; the default is an assumption
 */
record PaysafeSwitches(@DefaultValue("8s") Duration sessionLife, @DefaultValue("3") int accountLimit) {

	private static final int MOST_ACCOUNTS = 1000;

	PaysafeSwitches {
		Check.span(sessionLife, "session-life");
		Check.that(sessionLife.isPositive(), "session-life", "must be more than zero, not " + sessionLife);
		Check.that(accountLimit >= 1 && accountLimit <= MOST_ACCOUNTS, "account-limit",
				"must be from 1 to " + MOST_ACCOUNTS + ", not " + accountLimit);
	}

}
