package dev.tickmark.provider;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tickmark.payee.Answer;
import dev.tickmark.payee.Call;
import dev.tickmark.payee.CallKind;
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

	private final Pace pace;

	private final Turnstile turnstile;

	private final Authenticator authenticator;

	private final Transport transport;

	private final Instant openedAt = Instant.now();

	private final AtomicReference<Outcome.@Nullable LaneFault> fault = new AtomicReference<>();

	Lane(Provider provider, LaneSettings settings, Authenticator authenticator) {
		this.provider = provider;
		this.settings = settings;
		this.outage = new Outage(provider.name());
		this.pace = new Pace(settings.limits(), settings.guard());
		this.turnstile = new Turnstile(this.pace, this.outage, () -> paused().toNanos(),
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

	/**
	 * How many calls may be in flight at once.
	 * @param latency how long a call takes on average; zero when that is not known
	 */
	public int maxConcurrentCalls(Duration latency) {
		return this.settings.mostAtOnce(latency);
	}

	/**
	 * How many calls are under way when the lane is at its limit.
	 * @param latency how long a call takes on average; zero when that is not known
	 */
	public int inFlight(Duration latency) {
		return this.settings.inFlight(latency);
	}

	/**
	 * What one verification costs, in the currency of the contract; null if not known.
	 */
	public @Nullable BigDecimal price() {
		return this.settings.price();
	}

	/** What the provider allows, for the record. */
	public Limits limits() {
		return new Limits(this.settings.limits());
	}

	/** The time between two calls where the shortest limit alone decides. */
	public Duration spacing() {
		return this.pace.spacing();
	}

	/** The kinds of calls that count against the limits. */
	public Set<CallKind> counted() {
		return this.settings.countedKinds();
	}

	/**
	 * Counts calls of before, such as another process made.
	 * @param sent when they were sent, the oldest first
	 */
	public void remember(List<Instant> sent) {
		this.pace.remember(sent);
	}

	/** What is left of every limit, the shortest first. */
	public List<Allowance> allowances() {
		return this.pace.allowances();
	}

	/** The limit that keeps the next call waiting the longest. */
	public Allowance tightest() {
		return this.pace.tightest();
	}

	/** How long so many calls take from now on, each sent as early as it may be. */
	public Duration forecast(long calls) {
		return this.pace.forecast(calls);
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
	 * @param kind what the call is for
	 * @param stopping asked again and again while waiting
	 * @param prepare done when it is nearly this call's turn, and again when the lane was
	 * shut meanwhile; when it fails, the turn is not used
	 */
	public Admission admit(CallKind kind, BooleanSupplier stopping, BooleanSupplier prepare) {
		return this.turnstile.admit(new Turnstile.Entry(counted().contains(kind),
				() -> this.settings.countsTokens() && this.authenticator.needsToken(), prepare), stopping);
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
	public Call send(Request request, int number, Admission.Permit permit) {
		Instant sentAt = Instant.now();
		long start = System.nanoTime();
		boolean failed = true;
		Answer answer;
		try {
			answer = this.transport.send(request, permit);
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
		if (this.gate.shut(asked, sentAt, Instant.now())) {
			this.pace.refused(this.gate.remaining(Instant.now()));
		}
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

}
