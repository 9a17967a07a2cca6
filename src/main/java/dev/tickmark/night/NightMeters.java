package dev.tickmark.night;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.tickmark.notice.News.Kind;

/**
 * Counts the troubles of nights of which no run tells, whether or not a job tells of
 * them.
 */
@Component
class NightMeters implements MeterBinder {

	private static final Set<Kind> TROUBLES = EnumSet.of(Kind.REFUSED, Kind.HELD, Kind.MISSED, Kind.NIGHT_FAILED);

	private final MeterRegistry registry;

	NightMeters(ObjectProvider<MeterRegistry> registry) {
		this.registry = registry.getIfAvailable(CompositeMeterRegistry::new);
	}

	/** All of them begin at 0, so that the first is seen. */
	@Override
	public void bindTo(MeterRegistry watched) {
		TROUBLES.forEach((kind) -> watched.counter("tickmark.night.trouble", "kind", word(kind)));
	}

	void happened(Kind kind) {
		if (TROUBLES.contains(kind)) {
			this.registry.counter("tickmark.night.trouble", "kind", word(kind)).increment();
		}
	}

	private static String word(Kind kind) {
		return kind.name().toLowerCase(Locale.ROOT);
	}

}
