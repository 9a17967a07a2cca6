package dev.tickmark.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

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

	/** How often a waiting call looks whether it should still wait. */
	private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

	/** About what it takes to commit. */
	private static final Duration SHORT = Duration.ofMillis(2);

	private final Provider provider;

	private final LaneSettings settings;

	private final Pace pace;

	private final Gate gate = new Gate();

	private final Authenticator authenticator;

	private final Transport transport;

	private final Instant openedAt = Instant.now();

	private final AtomicReference<Outcome.@Nullable LaneFault> fault = new AtomicReference<>();

	Lane(Provider provider, LaneSettings settings, Authenticator authenticator) {
		this.provider = provider;
		this.settings = settings;
		this.pace = new Pace(settings.period());
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

	/** How long the lane is paused; zero when it is not. */
	public Duration paused() {
		return this.gate.remaining(Instant.now());
	}

	/**
	 * How long the pause is that the lane is in, from its beginning; zero when it is in
	 * none.
	 */
	public Duration pauseLength() {
		return this.gate.length(Instant.now());
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
	 * @param prepare done once, when it is nearly this call's turn; when it fails, the
	 * turn is not used
	 */
	public Admission admit(BooleanSupplier stopping, BooleanSupplier prepare) {
		// where the period is shorter than preparing takes, the turn must not wait for it
		boolean prepared = this.pace.period().compareTo(SHORT) < 0;
		if (prepared && !prepare.getAsBoolean()) {
			return Admission.UNPREPARED;
		}
		while (true) {
			Admission waited = await(() -> paused().toNanos(), stopping);
			if (waited != Admission.GRANTED) {
				return waited;
			}
			if (!enter()) {
				continue;
			}
			try {
				// before the turn comes, so that the time it takes is not added to the
				// period
				if (!prepared && !prepare.getAsBoolean()) {
					return Admission.UNPREPARED;
				}
				prepared = true;
				waited = await(this.pace::remaining, stopping);
				if (waited != Admission.GRANTED) {
					return waited;
				}
				if (paused().isZero()) {
					this.pace.used();
					return Admission.GRANTED;
				}
			}
			finally {
				this.pace.leave();
			}
		}
	}

	/** Puts the credentials on a request; it may have to fetch a token first. */
	public Authenticator.Authorization authorize(Request request) {
		return this.authenticator.authorize(request);
	}

	/** Sends a request that was admitted and authorized, as it is. */
	public Call send(Request request, int number) {
		Instant sentAt = Instant.now();
		long start = System.nanoTime();
		Answer answer = this.transport.send(request);
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

	private boolean enter() {
		try {
			return this.pace.enter(LOOK_NANOS);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private Admission await(LongSupplier remainingNanos, BooleanSupplier stopping) {
		while (true) {
			if (this.fault.get() != null) {
				return Admission.STOPPED_LANE;
			}
			if (stopping.getAsBoolean() || Thread.currentThread().isInterrupted()) {
				return Admission.STOPPING;
			}
			long nanos = remainingNanos.getAsLong();
			if (nanos <= 0) {
				return Admission.GRANTED;
			}
			sleep(Math.min(nanos, LOOK_NANOS));
		}
	}

	private static void sleep(long nanos) {
		try {
			TimeUnit.NANOSECONDS.sleep(nanos);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
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
