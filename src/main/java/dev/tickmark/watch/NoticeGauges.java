package dev.tickmark.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.notice.Outbox;
import dev.tickmark.ledger.notice.Outstanding;
import dev.tickmark.ledger.notice.Way;

/** What is told by mail and webhook, and reaches nobody. */
@Component
class NoticeGauges implements MeterBinder {

	private final Clock clock = Clock.systemUTC();

	private final Kept<List<Outstanding>> kept;

	NoticeGauges(Outbox outbox) {
		this.kept = new Kept<>("the notices", List.of(), (_) -> outbox.outstanding(), this.clock);
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (Way way : Way.values()) {
			gauge(registry, "tickmark.notices.waiting", way, Outstanding::waiting,
					"deliveries of notices that nobody has taken yet", null);
			gauge(registry, "tickmark.notices.waiting.age", way, this::age, "since the oldest of these was written",
					"seconds");
			gauge(registry, "tickmark.notices.given.up", way, Outstanding::givenUp,
					"deliveries that were given up, of the notices of the last two weeks", null);
		}
	}

	private void gauge(MeterRegistry registry, String name, Way way, ToDoubleFunction<Outstanding> value, String what,
			@Nullable String unit) {
		Gauge.builder(name, () -> this.kept.value().stream().filter((one) -> one.way() == way).mapToDouble(value).sum())
			.tag("way", way.name().toLowerCase(Locale.ROOT))
			.description(what)
			.baseUnit(unit)
			.strongReference(true)
			.register(registry);
	}

	private double age(Outstanding one) {
		Instant since = one.since();
		return (since != null) ? Duration.between(since, this.clock.instant()).toSeconds() : 0;
	}

}
