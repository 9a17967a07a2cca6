package dev.tickmark.web.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** What was counted of runs just now: counting takes a moment, and many may watch. */
final class Lately<V> {

	private static final Duration FRESH = Duration.ofSeconds(3);

	private static final int KEPT = 50;

	private final Clock clock = Clock.systemUTC();

	private final Map<Long, Counted<V>> counted = new LinkedHashMap<>() {

		private static final long serialVersionUID = 1;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Long, Counted<V>> eldest) {
			return size() > KEPT;
		}

	};

	/**
	 * What was counted just now, or else is.
	 * @param changing whether the run goes on: of one that has ended, what was counted
	 * before is not what it came to
	 */
	V of(long run, boolean changing, Supplier<V> count) {
		if (!changing) {
			return count.get();
		}
		Instant now = this.clock.instant();
		synchronized (this.counted) {
			@Nullable Counted<V> before = this.counted.get(run);
			if (before != null && before.at().plus(FRESH).isAfter(now)) {
				return before.what();
			}
		}
		V what = count.get();
		synchronized (this.counted) {
			this.counted.put(run, new Counted<>(what, now));
		}
		return what;
	}

	private record Counted<V>(V what, Instant at) {

	}

}
