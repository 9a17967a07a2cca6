package dev.tickmark.web;

import java.time.Duration;
import java.util.Locale;

/** Lengths of time as a person reads them. */
public final class Spans {

	private Spans() {
	}

	public static String text(Duration span) {
		if (span.compareTo(Duration.ofMinutes(1)) < 0) {
			return String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1000.0);
		}
		if (span.compareTo(Duration.ofHours(1)) < 0) {
			return String.format(Locale.ROOT, "%d min %02d s", span.toMinutes(), span.toSecondsPart());
		}
		return String.format(Locale.ROOT, "%d h %02d min", span.toHours(), span.toMinutesPart());
	}

}
