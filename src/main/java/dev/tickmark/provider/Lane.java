package dev.tickmark.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.Outcome;

/**
 * All that stands between the program and one provider: pace, pauses, time-outs,
 * credentials. Every call goes through it, from many threads at once.
 */
public final class Lane {

	private static final Logger log = LoggerFactory.getLogger(Lane.class);

	private final Provider provider;

	private final LaneSettings settings;

	private final Gate gate = new Gate();

	private final Outage outage;

	private final Turnstile turnstile;

	private final Authenticator authenticator;

	private final Transport transport;

	private final Instant openedAt = Instant.now();

	private final AtomicReference<Outcome.@Nullable LaneFault> fault = new AtomicReference<>();

	Lane(Provider provider, LaneSettings settings, Authenticator authenticator) {
		this.provider = provider;
		this.settings = settings;
		this.outage = new Outage(provider.name());
		this.turnstile = new Turnstile(new Pace(settings.period()), this.outage, () -> paused().toNanos(),
				() -> this.fault.get() != null);
		this.authenticator = authenticator;
		this.transport = new Transport(Objects.requireNonNull(settings.baseUrl()), settings.timeout());
	}

	public Provider provider() {
		return this.provider;
	}

	/** Since when this lane has the settings that it has. */
	public Instant openedAt() {
		return this.openedAt;
	}

	public int maxConcurrentCalls() {
		return this.settings.maxConcurrentCalls();
	}

	/** The least time between two calls that the provider's limits allow. */
	public Duration period() {
		return this.settings.period();
	}

	/** What makes this lane the same lane in every process. */
	public String lockName() {
		return "lane/" + this.provider.name() + "@" + String.valueOf(this.settings.baseUrl()).replaceAll("/+$", "");
	}

	/**
	 * How long the lane lets nothing through, because the provider asked for it or is out
	 * of service; zero when it does.
	 */
	public Duration paused() {
		Instant now = Instant.now();
		return longer(this.gate.remaining(now), this.outage.remaining(now));
	}

	/**
	 * How long the pause is that the lane is in, from its beginning; zero when it is in
	 * none.
	 */
	public Duration pauseLength() {
		Instant now = Instant.now();
		return longer(this.gate.length(now), this.outage.length(now));
	}

	/** Since when the provider is out of service; null when it is not. */
	public @Nullable Instant outSince() {
		return this.outage.lasts() ? this.outage.since() : null;
	}

	/** How often the provider asked this lane to wait. */
	public int pauses() {
		return this.gate.count();
	}

	/** How often the provider was found to be out of service. */
	public int outages() {
		return this.outage.count();
	}

	/** Why the lane is stopped; null when it is not. */
	public Outcome.@Nullable LaneFault fault() {
		return this.fault.get();
	}

	/**
	 * Waits until a call may be sent.
	 * @param stopping asked again and again while waiting
	 */
	public Admission admit(BooleanSupplier stopping) {
		return admit(stopping, () -> true);
	}

	/**
	 * Waits until a call may be sent.
	 * @param stopping asked again and again while waiting
	 * @param prepare done when it is nearly this call's turn, and again when the lane was
	 * shut meanwhile; when it fails, the turn is not used
	 */
	public Admission admit(BooleanSupplier stopping, BooleanSupplier prepare) {
		return this.turnstile.admit(stopping, prepare);
	}

	/** Puts the credentials on a request; it may have to fetch a token first. */
	public Authenticator.Authorization authorize(Request request) {
		Instant asked = Instant.now();
		Authenticator.Authorization authorization = this.authenticator.authorize(request);
		if (authorization instanceof Authenticator.Authorization.Denied denied
				&& denied.outcome() instanceof Outcome.Retryable retryable && retryable.counts()) {
			// who gives no token is as much out of service as who gives no answer
			this.outage.ended(asked, true);
		}
		return authorization;
	}

	/** Sends a request that was admitted and authorized, as it is. */
	public Call send(Request request, int number) {
		Instant sentAt = Instant.now();
		long start = System.nanoTime();
		boolean failed = true;
		Answer answer;
		try {
			answer = this.transport.send(request);
			failed = failed(answer);
		}
		finally {
			this.outage.ended(sentAt, failed);
		}
		Duration took = Duration.ofNanos(System.nanoTime() - start);
		if (answer instanceof Answer.Received received) {
			if (received.status() == 401) {
				this.authenticator.refused(request);
			}
			else if (received.status() != 429 && received.status() != 503) {
				this.gate.passed(sentAt);
			}
		}
		return new Call(number, request.kind(), request.method(), request.path(), sentAt, took, request.repeat(),
				answer);
	}

	/** Keeps the whole lane waiting, as the provider asked for with a refusal. */
	public void pause(Duration asked, Instant sentAt) {
		this.gate.shut(asked, sentAt, Instant.now());
		log.info("lane {}: paused for {} ms by the provider", this.provider.name(), paused().toMillis());
	}

	/** Stops the lane: no call would succeed. Others of the run go on. */
	public void stop(Outcome.LaneFault newFault) {
		if (this.fault.compareAndSet(null, newFault)) {
			log.warn("lane {}: stopped: {}", this.provider.name(), newFault.finding().reason());
		}
	}

	/** Whether it is a failure as in an outage; a provider that is full is in service. */
	private static boolean failed(Answer answer) {
		return switch (answer) {
			case Answer.Missing _ -> true;
			case Answer.Received received -> switch (received.status()) {
				case 500, 502, 503, 504 -> true;
				default -> false;
			};
		};
	}

	private static Duration longer(Duration a, Duration b) {
		return (a.compareTo(b) >= 0) ? a : b;
	}

	/** Whether a call may be sent. */
	public enum Admission {

		/** It may, now. */
		GRANTED,
		/** What had to be done before failed. */
		UNPREPARED,
		/** The lane is stopped by a fault of configuration. */
		STOPPED_LANE,
		/** The program is stopping. */
		STOPPING

	}

}
