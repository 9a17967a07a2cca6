package dev.tickmark.provider;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys that every provider has, below {@code tickmark.providers.<name>}.
 *
 * @param baseUrl where the provider is; required for every lane that a run needs. Plain
 * http is for this machine only
 * @param limits what the provider allows, {@code limits[0].calls=50} and
 * {@code limits[0].per=1s} for instance; all of them hold at once. Without any: 10 per
 * second
 * @param timeout how long one call may take, from connecting to the last byte
 * @param maxConcurrentCalls how many calls may be in flight at once, 1 to 1000
 * @param price what one verification costs, in the currency of the contract; for
 * forecasts
 */
record LaneSettings(@Nullable URI baseUrl, @DefaultValue List<Limit> limits, @DefaultValue("30s") Duration timeout,
		@DefaultValue("50") int maxConcurrentCalls, @Nullable BigDecimal price) {

	private static final Limit CAUTIOUS = new Limit(10, Duration.ofSeconds(1));

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	LaneSettings {
		limits = limits.isEmpty() ? List.of(CAUTIOUS) : List.copyOf(limits);
		if (baseUrl != null) {
			requireUsable(baseUrl);
		}
		if (timeout.compareTo(Duration.ofMillis(100)) < 0 || timeout.compareTo(Duration.ofMinutes(5)) > 0) {
			throw new IllegalArgumentException("timeout: must be between 100ms and 5m, was " + timeout);
		}
		if (maxConcurrentCalls < 1 || maxConcurrentCalls > 1000) {
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
	 * The least time between two calls that keeps every limit when calls are evenly
	 * spread.
	 */
	Duration period() {
		return this.limits.stream().map(Limit::period).max(Comparator.naturalOrder()).orElseThrow();
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
