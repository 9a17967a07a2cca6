package dev.tickmark.story;

import java.time.Duration;
import java.util.Locale;

/** Durations as a person reads them. */
public final class Durations {

	private Durations() {
	}

	public static String text(Duration duration) {
		if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
			return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
		}
		if (duration.compareTo(Duration.ofHours(1)) < 0) {
			return String.format(Locale.ROOT, "%d min %02d s", duration.toMinutes(), duration.toSecondsPart());
		}
		return String.format(Locale.ROOT, "%d h %02d min", duration.toHours(), duration.toMinutesPart());
	}

}
