package dev.tickmark.sandbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A way in which a simulated provider misbehaves, and when. All conditions must hold
 * together.
 *
 * @param kind what happens
 * @param calls which calls it may happen to
 * @param share the probability, 0 to 1, with which it happens to one of them; which ones
 * follows from the seed
 * @param seed chooses the calls that the share hits, and the member to begin with
 * @param first how many of these calls it may happen to from the start on; null for all
 * @param every it happens only to each so-manieth of them, 1 or more
 * @param after how long after the sandbox was started it begins, at most a day
 * @param lasts how long it lasts from then on, at most a day; null for ever
 * @param taken whether the request is taken, and charged, all the same; what spoils an
 * answer always takes it
 * @param status the status of HTTP, 400 to 599, of a kind that has one
 * @param retryAfter what such an answer says in {@code Retry-After}, as it is;
 * {@code date <seconds>} says it as a date. Null for no such header
 * @param member the member that is spoiled, wherever it is; {@code each} for another one
 * each time, null for all of them
 */
record Fault(FaultKind kind, @DefaultValue("all") Calls calls, @DefaultValue("1") double share,
		@DefaultValue("0") long seed, @Nullable Integer first, @DefaultValue("1") int every,
		@DefaultValue("0s") Duration after, @Nullable Duration lasts, @DefaultValue("false") boolean taken,
		@Nullable Integer status, @Nullable String retryAfter, @Nullable String member) {

	private static final int LONGEST_HEADER = 100;

	Fault {
		check(kind != null, "kind", "must say what happens: one of " + kinds());
		check(share >= 0 && share <= 1, "share", "must be from 0 to 1, not " + share);
		check(first == null || first >= 1, "first", "must be 1 or more, not " + first);
		check(every >= 1, "every", "must be 1 or more, not " + every);
		Check.span(after, key("after"));
		if (lasts != null) {
			Check.span(lasts, key("lasts"));
		}
		check(status == null || (status >= 400 && status <= 599), "status", "must be from 400 to 599, not " + status);
		check(status == null || kind.isRefusal(), "status", "goes only with the kinds status and html");
		check(retryAfter == null || kind.isRefusal(), "retry-after", "goes only with the kinds status and html");
		check(retryAfter == null || (retryAfter.length() <= LONGEST_HEADER
				&& retryAfter.chars().allMatch((character) -> character >= ' ' && character < 127)), "retry-after",
				"must be at most " + LONGEST_HEADER + " characters of ASCII");
		check(member == null || kind.isOfMembers(), "member",
				"goes only with the kinds mistyped, unknown-code and missing-field");
	}

	/** Whether it may happen to such a call, so long after the start. */
	boolean concerns(Calls sort, Duration sinceStart) {
		return this.calls.include(sort) && sinceStart.compareTo(this.after) >= 0
				&& (this.lasts == null || sinceStart.compareTo(this.after.plus(this.lasts)) < 0);
	}

	/**
	 * Whether it happens.
	 * @param turn the number, from 1 on, of the call among those that it may happen to
	 */
	boolean happensAt(long turn) {
		return (this.first == null || turn <= this.first) && turn % this.every == 0
				&& Fingerprint.share(this.seed * 1_000_003 + turn) < this.share;
	}

	private static void check(boolean fits, String key, String problem) {
		Check.that(fits, key(key), problem);
	}

	private static String key(String key) {
		return "faults[n]." + key;
	}

	private static String kinds() {
		return Arrays.stream(FaultKind.values()).map(FaultKind::key).collect(Collectors.joining(", "));
	}

	/**
	 * The faults of one provider.
	 *
	 * @param faults those that may happen; of several the first does
	 */
	record Listed(@DefaultValue List<Fault> faults) {

	}

}
