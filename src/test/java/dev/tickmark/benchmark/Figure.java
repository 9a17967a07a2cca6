package dev.tickmark.benchmark;

import java.time.Duration;
import java.util.Locale;

/** Figures as a person reads them. */
final class Figure {

	private static final double LARGE = 1000;

	private static final double SMALL = 10;

	private Figure() {
	}

	/** With as many digits as mean something: 1.017, 61.2, 3,512. */
	static String of(double value) {
		if (Math.abs(value) >= LARGE) {
			return String.format(Locale.ROOT, "%,.0f", value);
		}
		String text = String.format(Locale.ROOT, (Math.abs(value) < SMALL) ? "%.3f" : "%.1f", value);
		return text.replaceFirst("\\.?0+$", "");
	}

	static double seconds(Duration duration) {
		return duration.toNanos() / 1e9;
	}

}
