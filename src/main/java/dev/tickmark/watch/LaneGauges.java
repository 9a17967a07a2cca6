package dev.tickmark.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.Backlog;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.provider.Routing;
import dev.tickmark.verification.LaneNow;
import dev.tickmark.verification.OwnedLanes;

/** How much waits for each provider, and whether its lane lets anything through. */
@Component
class LaneGauges implements MeterBinder {

	private static final Logger log = LoggerFactory.getLogger(LaneGauges.class);

	/** Whoever asks often is told the same: the ledger is not asked for each look. */
	private static final Duration GOOD_FOR = Duration.ofSeconds(15);

	private final OwnedLanes lanes;

	private final Backlog backlog;

	private final List<ProviderName> providers;

	private final Clock clock = Clock.systemUTC();

	private Map<String, Backlog.Waiting> waiting = Map.of();

	private Instant looked = Instant.EPOCH;

	LaneGauges(OwnedLanes lanes, Backlog backlog, Routing routing) {
		this.lanes = lanes;
		this.backlog = backlog;
		this.providers = List.copyOf(routing.names());
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (ProviderName provider : this.providers) {
			gauge(registry, "tickmark.backlog", provider, () -> waits(provider, Backlog.Waiting::verifications),
					"verifications that are not concluded, in runs that something still continues", null);
			gauge(registry, "tickmark.backlog.age", provider, () -> waits(provider, (one) -> one.age().toSeconds()),
					"since the oldest of these runs began", "seconds");
			gauge(registry, "tickmark.lane.users", provider, () -> lane(provider, LaneNow::users),
					"runs of this process that use the lane", null);
			gauge(registry, "tickmark.lane.paused", provider, () -> lane(provider, (one) -> one.paused().toSeconds()),
					"how long the lane lets nothing through yet", "seconds");
			gauge(registry, "tickmark.lane.out", provider, () -> lane(provider, (one) -> one.works() ? 0 : 1),
					"1 while the lane is in use and nothing gets through", null);
		}
	}

	private static void gauge(MeterRegistry registry, String name, ProviderName provider, Supplier<Number> value,
			String what, @Nullable String unit) {
		Gauge.builder(name, value)
			.tag("provider", provider.value())
			.description(what)
			.baseUnit(unit)
			.strongReference(true)
			.register(registry);
	}

	private double lane(ProviderName provider, ToDoubleFunction<LaneNow> value) {
		return this.lanes.now()
			.stream()
			.filter((lane) -> lane.provider().equals(provider))
			.mapToDouble(value)
			.max()
			.orElse(0);
	}

	private double waits(ProviderName provider, ToDoubleFunction<Backlog.Waiting> value) {
		Backlog.Waiting one = waiting().get(provider.value());
		return (one != null) ? value.applyAsDouble(one) : 0;
	}

	private synchronized Map<String, Backlog.Waiting> waiting() {
		Instant now = Instant.now(this.clock);
		if (this.looked.plus(GOOD_FOR).isBefore(now)) {
			this.looked = now;
			try {
				this.waiting = this.backlog.waiting(now)
					.stream()
					.collect(Collectors.toMap(Backlog.Waiting::provider, Function.identity()));
			}
			// a database that is away is told by the health, and is no reason to have no
			// figures at all
			catch (RuntimeException ex) {
				log.warn("the backlog could not be counted", ex);
			}
		}
		return this.waiting;
	}

}
