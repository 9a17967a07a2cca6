package dev.tickmark.provider;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

	/** All that is configured for the provider, its credentials among it. */
	private final Map<String, Object> configured;

	private final Authenticator authenticator;

	private final Transport transport;

	private final Entrance entrance;

	private final AtomicReference<@Nullable Stop> stop = new AtomicReference<>();

	Lane(Provider provider, LaneSettings settings, Map<String, Object> configured, Authenticator authenticator) {
		this(provider, settings, configured, authenticator,
				new Transport(Objects.requireNonNull(settings.baseUrl()), settings.timeout()),
				Entrance.to(provider.name(), settings));
	}

	private Lane(Provider provider, LaneSettings settings, Map<String, Object> configured, Authenticator authenticator,
			Transport transport, Entrance entrance) {
		this.provider = provider;
		this.settings = settings;
		this.configured = Map.copyOf(configured);
		this.authenticator = authenticator;
		this.transport = transport;
		this.entrance = entrance;
	}

	/**
	 * This lane with its own credentials, behind the entrance of another one to the same
	 * provider: together they keep the limits as one.
	 */
	public Lane behind(Lane other) {
		return new Lane(this.provider, this.settings, this.configured, this.authenticator, this.transport,
				other.entrance);
	}

	/** Whether everything is configured for both alike. */
	public boolean isLike(Lane other) {
		return this.provider.name().equals(other.provider.name()) && this.configured.equals(other.configured);
	}

	public Provider provider() {
		return this.provider;
	}

	/**
	 * Begins to use the lane; whoever does must {@link #leave} it.
	 * @param name for the others who use it
	 */
	public Party join(String name) {
		return new Party(name, this.entrance.parties(), () -> this.stop.get() != null);
	}

	/** Uses the lane no more. */
	public void leave(Party party) {
		party.leave();
	}

	/**
	 * How many calls may be in flight at once.
	 * @param latency how long a call takes on average; zero when that is not known
	 */
	public int maxConcurrentCalls(Duration latency) {
		return this.settings.mostAtOnce(latency);
	}

	/** Has room for so many calls in flight, of all parties together. */
	public void makeRoom(int calls) {
		this.entrance.inFlight().growTo(calls);
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
		return this.entrance.pace().spacing();
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
		this.entrance.pace().remember(sent);
	}

	/** What is left of every limit, the shortest first. */
	public List<Allowance> allowances() {
		return this.entrance.pace().allowances();
	}

	/** The limit that keeps the next call waiting the longest. */
	public Allowance tightest() {
		return this.entrance.pace().tightest();
	}

	/** How long so many calls take from now on, each sent as early as it may be. */
	public Duration forecast(long calls) {
		return this.entrance.pace().forecast(calls);
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
		return this.entrance.paused();
	}

	/**
	 * How long the pause is that the lane is in, from its beginning; zero when it is in
	 * none.
	 */
	public Duration pauseLength() {
		return this.entrance.pauseLength();
	}

	/** Since when the provider is out of service; null when it is not. */
	public @Nullable Instant outSince() {
		return this.entrance.outage().lasts() ? this.entrance.outage().since() : null;
	}

	/** How often the provider asked this lane to wait. */
	public int pauses() {
		return this.entrance.gate().count();
	}

	/** How often the provider was found to be out of service. */
	public int outages() {
		return this.entrance.outage().count();
	}

	/** Why the lane is stopped; null when it is not. */
	public Outcome.@Nullable LaneFault fault() {
		Stop stopped = this.stop.get();
		return (stopped != null) ? stopped.fault() : null;
	}

	/** Whether the lane was stopped before that. */
	public boolean wasStoppedBefore(Instant time) {
		Stop stopped = this.stop.get();
		return stopped != null && stopped.at().isBefore(time);
	}

	/**
	 * Waits until a call may be sent.
	 * @param party to whom it belongs
	 * @param kind what the call is for
	 * @param stopping asked again and again while waiting
	 * @param prepare done when it is nearly this call's turn, and again when the lane was
	 * shut meanwhile; when it fails, the turn is not used
	 */
	public Admission admit(Party party, CallKind kind, BooleanSupplier stopping, BooleanSupplier prepare) {
		return this.entrance.turnstile()
			.admit(new Turnstile.Entry(party, counted().contains(kind),
					() -> this.settings.countsTokens() && this.authenticator.needsToken(), prepare), stopping);
	}

	/** Puts the credentials on a request; it may have to fetch a token first. */
	public Authenticator.Authorization authorize(Request request) {
		Instant asked = Instant.now();
		Authenticator.Authorization authorization = this.authenticator.authorize(request);
		if (authorization instanceof Authenticator.Authorization.Denied denied
				&& denied.outcome() instanceof Outcome.Retryable retryable && retryable.counts()) {
			// who gives no token is as much out of service as who gives no answer
			this.entrance.outage().ended(asked, true);
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
			this.entrance.outage().ended(sentAt, failed);
			permit.landed();
		}
		Duration took = Duration.ofNanos(System.nanoTime() - start);
		if (answer instanceof Answer.Received received) {
			if (received.status() == 401) {
				this.authenticator.refused(request);
			}
			else if (received.status() != 429 && received.status() != 503) {
				this.entrance.gate().passed(sentAt);
			}
		}
		return new Call(number, request.kind(), request.method(), request.path(), sentAt, took, request.repeat(),
				answer);
	}

	/**
	 * Keeps the whole lane waiting, as the provider asked for with a refusal.
	 * @return whether it is another refusal, not one that came along with others
	 */
	public boolean pause(Duration asked, Instant sentAt) {
		boolean another = this.entrance.gate().shut(asked, sentAt, Instant.now());
		if (another) {
			this.entrance.pace().refused(this.entrance.gate().remaining(Instant.now()));
		}
		log.info("lane {}: paused for {} ms by the provider", this.provider.name(), paused().toMillis());
		return another;
	}

	/** Stops the lane for all who use it: no call would succeed. Other lanes go on. */
	public void stop(Outcome.LaneFault newFault) {
		if (this.stop.compareAndSet(null, new Stop(newFault, Instant.now()))) {
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

	/** That it was stopped. */
	private record Stop(Outcome.LaneFault fault, Instant at) {

	}

}
