package dev.tickmark.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.bind.ConstructorBinding;
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
 * @param retryAfter whether a 429 says after how many seconds there is room again
 * @param own the keys that one provider alone knows, as they were written; what they mean
 * is said by that provider's switches, such as {@link PayswaySwitches}
 */
public record Behaviour(@DefaultValue("40ms") Duration latency, @DefaultValue("20ms") Duration latencySpread,
		@DefaultValue Limit limit, @DefaultValue("0.05") double pendingShare, @DefaultValue("1s") Duration pendingFor,
		@DefaultValue("300s") Duration tokenLife, @DefaultValue("true") boolean retryAfter,
		@DefaultValue Map<String, String> own) {

	@ConstructorBinding
	public Behaviour {
		Check.span(latency, "latency");
		Check.span(latencySpread, "latency-spread");
		Check.that(pendingShare >= 0 && pendingShare <= 1, "pending-share", "must be from 0 to 1, not " + pendingShare);
		Check.span(pendingFor, "pending-for");
		Check.span(tokenLife, "token-life");
		Check.that(tokenLife.toSeconds() >= 1, "token-life", "must be one second at least, not " + tokenLife);
		own = Map.copyOf(own);
	}

	/** What is common to all providers, and the form of PaySway's contract. */
	public Behaviour(Duration latency, Duration latencySpread, Limit limit, double pendingShare, Duration pendingFor,
			Duration tokenLife, Generation generation) {
		this(latency, latencySpread, limit, pendingShare, pendingFor, tokenLife, true,
				Map.of("generation", generation.name()));
	}

	/** What a provider does that nothing is configured for. */
	public static Behaviour standard() {
		return new Behaviour(Duration.ofMillis(40), Duration.ofMillis(20), new Limit(200, Duration.ofSeconds(1)), 0.05,
				Duration.ofSeconds(1), Duration.ofSeconds(300), true, Map.of());
	}

	/**
	 * Answers at once, to as many as ask, and never "pending" unless a marker says so.
	 */
	public static Behaviour immediate() {
		return new Behaviour(Duration.ZERO, Duration.ZERO, new Limit(1_000_000, Duration.ofSeconds(1)), 0,
				Duration.ofSeconds(1), Duration.ofSeconds(300), true, Map.of());
	}

	/** The same with another value for a key that one provider alone knows. */
	Behaviour with(String key, String value) {
		Map<String, String> more = new TreeMap<>(this.own);
		more.put(key, value);
		return with(more);
	}

	Behaviour with(Map<String, String> others) {
		return new Behaviour(this.latency, this.latencySpread, this.limit, this.pendingShare, this.pendingFor,
				this.tokenLife, this.retryAfter, others);
	}

	/** How long the answer to a request with this hash takes. */
	Duration latencyOf(long hash) {
		return this.latency.plusNanos((long) (this.latencySpread.toNanos() * Fingerprint.share(hash)));
	}

	/** Whether an unmarked question with this hash is answered "pending" first. */
	boolean isPendingFirst(long hash) {
		return Fingerprint.share(hash) < this.pendingShare;
	}

	/** The switches of one provider, as its own keys set them. */
	<T extends Record> T switches(Class<T> type) {
		return new Written(this.own).as(type, "tickmark.sandbox");
	}

	/** All limits that hold at once. */
	List<Limit> limits() {
		return Stream.concat(Stream.of(this.limit), switches(Limit.Listed.class).limits().stream()).toList();
	}

	/** How it keeps the books. */
	Bookkeeping bookkeeping() {
		return switches(Bookkeeping.class);
	}

	/** The ways in which it misbehaves. */
	List<Fault> faults() {
		return switches(Fault.Listed.class).faults();
	}

	/** Every key, as a person would write it. */
	Map<String, String> written() {
		Map<String, String> written = new TreeMap<>(this.own);
		written.put("latency", this.latency.toString());
		written.put("latency-spread", this.latencySpread.toString());
		written.put("limit.calls", Integer.toString(this.limit.calls()));
		written.put("limit.per", this.limit.per().toString());
		written.put("pending-share", Double.toString(this.pendingShare));
		written.put("pending-for", this.pendingFor.toString());
		written.put("token-life", this.tokenLife.toString());
		written.put("retry-after", Boolean.toString(this.retryAfter));
		return written;
	}

}
