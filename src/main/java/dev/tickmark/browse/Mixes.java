package dev.tickmark.browse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.RunState;
import dev.tickmark.ledger.browse.RowMix;

/** Remembers for a moment what there is in a run: it is counted over all of its rows. */
@Component
class Mixes {

	private static final int MOST = 64;

	/** While a run goes on; somebody who turns pages does not count again for each. */
	private static final Duration GOING = Duration.ofSeconds(3);

	/** Only what a provider says later can change it then. */
	private static final Duration ENDED = Duration.ofSeconds(20);

	private final RowMix mix;

	private final Clock clock = Clock.systemUTC();

	private final Map<Long, Counted> latest = new LinkedHashMap<>();

	Mixes(RowMix mix) {
		this.mix = mix;
	}

	RowMix.Counts of(Run run) {
		Instant now = Instant.now(this.clock);
		synchronized (this.latest) {
			Counted counted = this.latest.get(run.id());
			Duration age = (run.state() == RunState.STARTED) ? GOING : ENDED;
			if (counted != null && counted.changedAt().equals(run.changedAt()) && counted.at().plus(age).isAfter(now)) {
				return counted.counts();
			}
		}
		RowMix.Counts counts = this.mix.of(run.id());
		synchronized (this.latest) {
			this.latest.remove(run.id());
			this.latest.put(run.id(), new Counted(counts, now, run.changedAt()));
			if (this.latest.size() > MOST) {
				this.latest.remove(this.latest.keySet().iterator().next());
			}
		}
		return counts;
	}

	private record Counted(RowMix.Counts counts, Instant at, Instant changedAt) {

	}

}
