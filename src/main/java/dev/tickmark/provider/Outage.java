package dev.tickmark.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tickmark.payee.ProviderName;

/**
 * Tells an outage of a provider from single failures, and lets one call through from time
 * to time while it lasts: an outage costs a handful of calls, not one for each row.
 */
final class Outage {

	private static final Logger log = LoggerFactory.getLogger(Outage.class);

	/** Of the latest so many calls... */
	static final int LOOKED_AT = 10;

	/** ...so many per cent failed: then it is an outage. */
	private static final float FAILED = 80;

	/** The first wait, and the longest: each is twice the one before. */
	private static final IntervalFunction WAITS = IntervalFunction.ofExponentialBackoff(Duration.ofSeconds(1), 2,
			Duration.ofMinutes(1));

	private static final Duration LONGEST_TRY = Duration.ofMinutes(6);

	private static final Exception FAILURE = new Exception("a failed call");

	private final CircuitBreaker breaker;

	private volatile Instant since = Instant.MIN;

	private volatile Instant until = Instant.MIN;

	private volatile Instant changed = Instant.MIN;

	private volatile int count;

	Outage(ProviderName provider) {
		this.breaker = CircuitBreaker.of(provider.value(),
				CircuitBreakerConfig.custom()
					.slidingWindow(LOOKED_AT, LOOKED_AT, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
					.failureRateThreshold(FAILED)
					.permittedNumberOfCallsInHalfOpenState(1)
					// longer than any call: a try that nobody tells of must not be the
					// last
					.maxWaitDurationInHalfOpenState(LONGEST_TRY)
					.waitIntervalFunctionInOpenState(this::open)
					.build());
		this.breaker.getEventPublisher().onStateTransition((event) -> {
			this.changed = Instant.now();
			log.info("lane {}: {}", provider, switch (event.getStateTransition().getToState()) {
				case OPEN -> "out of service; next try in " + remaining(Instant.now()).toMillis() + " ms";
				case HALF_OPEN -> "one call is tried";
				default -> "in service again";
			});
		});
	}

	/** Asked when the breaker opens; the first time of an outage is its beginning. */
	private long open(int time) {
		long millis = WAITS.apply(time);
		Instant now = Instant.now();
		if (time == 1) {
			this.since = now;
			this.count++;
		}
		this.until = now.plusMillis(millis);
		return millis;
	}

	/**
	 * Whether a call may be made now. Whoever may must then tell by {@link #ended} how it
	 * went, or by {@link #unused} that it was not made.
	 */
	boolean admits() {
		return this.breaker.tryAcquirePermission();
	}

	void unused() {
		this.breaker.releasePermission();
	}

	/** Tells how a call went; one from before the latest turn of events says nothing. */
	void ended(Instant sentAt, boolean failed) {
		if (sentAt.isBefore(this.changed)) {
			return;
		}
		if (failed) {
			this.breaker.onError(0, TimeUnit.NANOSECONDS, FAILURE);
		}
		else {
			this.breaker.onSuccess(0, TimeUnit.NANOSECONDS);
		}
	}

	/** How long until a call is tried again; zero when there is no outage. */
	Duration remaining(Instant now) {
		return lasts() && now.isBefore(this.until) ? Duration.between(now, this.until) : Duration.ZERO;
	}

	/**
	 * How long it will have lasted when a call is tried again; zero when there is none,
	 * or when one may be tried now.
	 */
	Duration length(Instant now) {
		return lasts() && now.isBefore(this.until) ? Duration.between(this.since, this.until) : Duration.ZERO;
	}

	/** Since when it lasts; of no meaning when there is none. */
	Instant since() {
		return this.since;
	}

	boolean lasts() {
		return this.breaker.getState() != State.CLOSED;
	}

	/** How many outages there were. */
	int count() {
		return this.count;
	}

}
