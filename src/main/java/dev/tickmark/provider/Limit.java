package dev.tickmark.provider;

import java.time.Duration;
import java.util.Locale;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.format.annotation.DurationFormat;
import org.springframework.format.datetime.standard.DurationFormatterUtils;

/**
 * How many calls a provider allows in a stretch of time.
 *
 * @param calls 1 to 1,000,000: a lane remembers when each of them was sent
 * @param per from 1 ms to 1 day
 */
record Limit(@DefaultValue("0") int calls, @DefaultValue("0s") Duration per) {

	private static final int MOST = 1_000_000;

	Limit {
		if (calls > MOST) {
			throw new IllegalArgumentException("calls: must be at most " + MOST + ", was " + calls);
		}
		if (calls < 1) {
			throw new IllegalArgumentException("calls: must be at least 1, was " + calls);
		}
		if (per.compareTo(Duration.ofMillis(1)) < 0 || per.compareTo(Duration.ofDays(1)) > 0) {
			throw new IllegalArgumentException("per: must be between 1ms and 1d, was " + per);
		}
	}

	/** {@code 1,000 calls per 1m}, for instance. */
	static String text(int calls, Duration per) {
		return String.format(Locale.ROOT, "%,d calls per %s", calls,
				DurationFormatterUtils.print(per, DurationFormat.Style.COMPOSITE));
	}

	/** The time from one call to the next when they are evenly spread. */
	Duration period() {
		return this.per.dividedBy(this.calls);
	}

}
