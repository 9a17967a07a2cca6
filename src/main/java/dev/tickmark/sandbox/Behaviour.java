package dev.tickmark.sandbox;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a simulated provider behaves.
 *
 * @param latency how long every answer takes at least, zero to one day
 * @param latencySpread how much longer an answer may take; how much it does follows from
 * the request's own bytes, so that a repetition takes as long again
 * @param limit the calls that are admitted; others are answered with 429
 * @param pendingShare the share of the unmarked questions, 0 to 1, that are answered
 * "pending" first; which ones follows from the question
 * @param pendingFor how long such a question stays pending: the sandbox's clock runs fast
 * @param tokenLife how long an access token is good for, in whole seconds, one at least
 * @param generation the form of PaySway's contract; the other providers ignore it
 */
public record Behaviour(@DefaultValue("40ms") Duration latency, @DefaultValue("20ms") Duration latencySpread,
		@DefaultValue Limit limit, @DefaultValue("0.05") double pendingShare, @DefaultValue("1s") Duration pendingFor,
		@DefaultValue("300s") Duration tokenLife, @DefaultValue("C") Generation generation) {

	public Behaviour {
		Check.span(latency, "latency");
		Check.span(latencySpread, "latency-spread");
		Check.that(pendingShare >= 0 && pendingShare <= 1, "pending-share", "must be from 0 to 1, not " + pendingShare);
		Check.span(pendingFor, "pending-for");
		Check.span(tokenLife, "token-life");
		Check.that(tokenLife.toSeconds() >= 1, "token-life", "must be one second at least, not " + tokenLife);
	}

	/** What a provider does that nothing is configured for. */
	public static Behaviour standard() {
		return new Behaviour(Duration.ofMillis(40), Duration.ofMillis(20), new Limit(200, Duration.ofSeconds(1)), 0.05,
				Duration.ofSeconds(1), Duration.ofSeconds(300), Generation.C);
	}

	/**
	 * Answers at once, to as many as ask, and never "pending" unless a marker says so.
	 */
	public static Behaviour immediate() {
		return new Behaviour(Duration.ZERO, Duration.ZERO, new Limit(1_000_000, Duration.ofSeconds(1)), 0,
				Duration.ofSeconds(1), Duration.ofSeconds(300), Generation.C);
	}

	/** How long the answer to a request with this hash takes. */
	Duration latencyOf(long hash) {
		return this.latency.plusNanos((long) (this.latencySpread.toNanos() * Fingerprint.share(hash)));
	}

	/** Whether an unmarked question with this hash is answered "pending" first. */
	boolean isPendingFirst(long hash) {
		return Fingerprint.share(hash) < this.pendingShare;
	}

}
