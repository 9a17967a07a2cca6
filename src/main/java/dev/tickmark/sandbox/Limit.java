package dev.tickmark.sandbox;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many calls a simulated provider admits, counted in a strict sliding window.
 *
 * @param calls the calls admitted within any span of {@code per}, 1 to 1,000,000
 * @param per the length of the window, more than zero and at most a day
 */
public record Limit(@DefaultValue("200") int calls, @DefaultValue("1s") Duration per) {

	private static final int MOST = 1_000_000;

	public Limit {
		Check.that(calls >= 1 && calls <= MOST, "limit.calls", "must be from 1 to " + MOST + ", not " + calls);
		Check.that(per.isPositive() && per.compareTo(Duration.ofDays(1)) <= 0, "limit.per",
				"must be more than zero and at most a day, not " + per);
	}

	/**
	 * More limits of one provider.
	 *
	 * @param limits those that hold at the same time as the first
	 */
	record Listed(@DefaultValue List<Limit> limits) {

	}

}
