package dev.tickmark.report.workbook;

import java.time.Duration;
import java.util.Locale;

/** Durations for people. */
final class Durations {

	private Durations() {
	}

	/** As precise as anybody wants to know: 1.6 s, 12 min 05 s, 3 h 20 min. */
	static String shown(Duration duration) {
		if (duration.toMinutes() == 0) {
			return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
		}
		if (duration.toHours() == 0) {
			return String.format(Locale.ROOT, "%d min %02d s", duration.toMinutes(), duration.toSecondsPart());
		}
		return String.format(Locale.ROOT, "%d h %02d min", duration.toHours(), duration.toMinutesPart());
	}

}
