package dev.tickmark.provider;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

import dev.tickmark.payee.CallKind;

/**
 * The keys that every provider has, below {@code tickmark.providers.<name>}.
 *
 * @param baseUrl where the provider is; required for every lane that a run needs. Plain
 * http is for this machine only
 * @param limits what the provider allows, {@code limits[0].calls=50} and
 * {@code limits[0].per=1s} for instance; all of them hold at once. Without any: 10 per
 * second
 * @param guard by how much longer than {@code per} every window is kept, so that a
 * provider which counts in a strict sliding window sees no violation when the network
 * delivers one call a little late and a later one a little early; zero to 1 second
 * @param counted what counts against the limits: any of {@code submit}, {@code session},
 * {@code list}, {@code status} and {@code token}. What is not named is sent without
 * waiting for a turn. Without any: all but tokens
 * @param timeout how long one call may take, from connecting to the last byte
 * @param maxConcurrentCalls how many calls may be in flight at once, 1 to 1000. Absent:
 * as many as the limits allow within five seconds, or within three times what a call took
 * of late, at least 10
 * @param price what one verification costs, in the currency of the contract; for
 * forecasts
 */
record LaneSettings(@Nullable URI baseUrl, @DefaultValue List<Limit> limits, @DefaultValue("10ms") Duration guard,
		@DefaultValue Set<Counted> counted, @DefaultValue("30s") Duration timeout, @Nullable Integer maxConcurrentCalls,
		@Nullable BigDecimal price) {

	/** A slower answer than this is rare; in flight is rate times latency. */
	private static final Duration SLOW_ANSWER = Duration.ofSeconds(5);

	/** So many times the average are all answers but a few. */
	private static final int TAIL = 3;

	private static final int LEAST_AT_ONCE = 10;

	private static final int MOST_AT_ONCE = 1000;

	private static final Limit CAUTIOUS = new Limit(10, Duration.ofSeconds(1));

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	LaneSettings {
		limits = limits.isEmpty() ? List.of(CAUTIOUS) : sorted(limits);
		counted = counted.isEmpty() ? EnumSet.complementOf(EnumSet.of(Counted.TOKEN)) : Set.copyOf(counted);
		if (guard.isNegative() || guard.compareTo(Duration.ofSeconds(1)) > 0) {
			throw new IllegalArgumentException("guard: must be between 0ms and 1s, was " + guard);
		}
		if (baseUrl != null) {
			requireUsable(baseUrl);
		}
		if (timeout.compareTo(Duration.ofMillis(100)) < 0 || timeout.compareTo(Duration.ofMinutes(5)) > 0) {
			throw new IllegalArgumentException("timeout: must be between 100ms and 5m, was " + timeout);
		}
		if (maxConcurrentCalls != null && (maxConcurrentCalls < 1 || maxConcurrentCalls > MOST_AT_ONCE)) {
			throw new IllegalArgumentException(
					"max-concurrent-calls: must be between 1 and 1000, was " + maxConcurrentCalls);
		}
		if (price != null && price.signum() < 0) {
			throw new IllegalArgumentException("price: must not be negative, was " + price);
		}
	}

	/** Whether the base URL leads to another machine. */
	boolean leavesThisMachine() {
		return this.baseUrl != null && !LOOPBACK.contains(this.baseUrl.getHost());
	}

	/**
	 * How many calls are under way when the lane is at its limit, by Little's law: as
	 * many as may be sent while the slowest is answered.
	 * @param latency how long a call takes on average; zero when that is not known
	 */
	int inFlight(Duration latency) {
		Duration slowest = latency.multipliedBy(TAIL);
		Duration time = (slowest.compareTo(SLOW_ANSWER) > 0) ? slowest : SLOW_ANSWER;
		long calls = time.toNanos() / Math.max(1, this.limits.getFirst().period().toNanos());
		return Math.clamp(calls, LEAST_AT_ONCE, MOST_AT_ONCE);
	}

	/** How many calls may be in flight at once. */
	int mostAtOnce(Duration latency) {
		return Objects.requireNonNullElse(this.maxConcurrentCalls, inFlight(latency));
	}

	/** The kinds of calls that the limits count. */
	Set<CallKind> countedKinds() {
		EnumSet<CallKind> kinds = EnumSet.allOf(CallKind.class);
		kinds.removeIf((kind) -> !this.counted.contains(Counted.of(kind)));
		return kinds;
	}

	boolean countsTokens() {
		return this.counted.contains(Counted.TOKEN);
	}

	/** The shortest window first. */
	private static List<Limit> sorted(List<Limit> limits) {
		List<Limit> sorted = limits.stream().sorted(Comparator.comparing(Limit::per)).toList();
		for (int i = 1; i < sorted.size(); i++) {
			requireRoom(sorted.get(i - 1), sorted.get(i));
		}
		return sorted;
	}

	private static void requireRoom(Limit shorter, Limit longer) {
		if (shorter.per().equals(longer.per())) {
			throw new IllegalArgumentException("limits: there are two for " + shorter.per() + "; keep one");
		}
		if (longer.calls() < shorter.calls()) {
			throw new IllegalArgumentException(
					"limits: %d calls per %s contradict %d per %s: the longer window has less room"
						.formatted(longer.calls(), longer.per(), shorter.calls(), shorter.per())
							+ " than the shorter one. Is one of them mistyped?");
		}
	}

	/** What a limit may count. */
	enum Counted {

		SUBMIT, SESSION, LIST, STATUS, TOKEN;

		private static Counted of(CallKind kind) {
			return switch (kind) {
				case SUBMIT -> SUBMIT;
				case SESSION -> SESSION;
				case LIST -> LIST;
				case STATUS -> STATUS;
			};
		}

	}

	private static void requireUsable(URI url) {
		String scheme = url.getScheme();
		String host = url.getHost();
		if (host == null || !("https".equals(scheme) || "http".equals(scheme))) {
			throw new IllegalArgumentException(
					"base-url: must be an http or https address like https://api.example.com");
		}
		if (url.getPort() > 65535 || url.getPort() == 0) {
			throw new IllegalArgumentException(
					"base-url: there is no port " + url.getPort() + "; ports go up to 65535");
		}
		if (url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
			throw new IllegalArgumentException("base-url: must have no user, query or fragment");
		}
		if ("http".equals(scheme) && !LOOPBACK.contains(host)) {
			throw new IllegalArgumentException(
					"base-url: must be https for any machine but this one, was " + scheme + "://" + host);
		}
	}

}
