package dev.tickmark.watch;

import java.time.Clock;
import java.time.Duration;
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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.Backlog;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.provider.Routing;
import dev.tickmark.verification.LaneNow;
import dev.tickmark.verification.OwnedLanes;
import dev.tickmark.verification.definition.Definitions;

/** How much waits for each provider, and whether its lane lets anything through. */
@Component
class LaneGauges implements MeterBinder {

	private final OwnedLanes lanes;

	private final List<ProviderName> providers;

	private final Kept<Map<String, Backlog.Waiting>> waiting;

	LaneGauges(OwnedLanes lanes, Backlog backlog, Routing routing,
			@Value("${tickmark.serve.sandbox:false}") boolean sandbox) {
		this.lanes = lanes;
		this.providers = List.copyOf(routing.names());
		// as serve: a definition holds from its next start
		Map<String, Duration> continued = ByNight.ages(Definitions.here());
		this.waiting = new Kept<>("the backlog", Map.of(),
				(now) -> backlog.waiting(sandbox, continued, now)
					.stream()
					.collect(Collectors.toMap(Backlog.Waiting::provider, Function.identity())),
				Clock.systemUTC());
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (ProviderName provider : this.providers) {
			gauge(registry, "tickmark.backlog", provider, () -> waits(provider, Backlog.Waiting::verifications),
					"verifications that are not concluded, in runs that are at work or that a night continues", null);
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
		Backlog.Waiting one = this.waiting.value().get(provider.value());
		return (one != null) ? value.applyAsDouble(one) : 0;
	}

}
