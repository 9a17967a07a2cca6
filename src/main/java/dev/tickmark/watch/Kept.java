package dev.tickmark.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the ledger said a moment ago: it is not asked for each look of whoever watches.
 */
final class Kept<T> {

	private static final Logger log = LoggerFactory.getLogger(Kept.class);

	/** Whoever asks often is told the same. */
	private static final Duration GOOD_FOR = Duration.ofSeconds(15);

	private final String what;

	private final Function<Instant, T> look;

	private final Clock clock;

	private T value;

	private Instant looked = Instant.EPOCH;

	Kept(String what, T nothing, Function<Instant, T> look, Clock clock) {
		this.what = what;
		this.value = nothing;
		this.look = look;
		this.clock = clock;
	}

	synchronized T value() {
		Instant now = this.clock.instant();
		if (this.looked.plus(GOOD_FOR).isBefore(now)) {
			this.looked = now;
			try {
				this.value = this.look.apply(now);
			}
			// a database that is away is told by the health, and is no reason to have no
			// figures at all
			catch (RuntimeException ex) {
				log.warn("{} could not be counted", this.what, ex);
			}
		}
		return this.value;
	}

}
