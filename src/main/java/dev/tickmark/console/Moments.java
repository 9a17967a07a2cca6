package dev.tickmark.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as a person's own clock shows them. */
final class Moments {

	private static final DateTimeFormatter SECONDS = formatter("yyyy-MM-dd HH:mm:ss");

	private static final DateTimeFormatter MILLISECONDS = formatter("yyyy-MM-dd HH:mm:ss.SSS");

	private Moments() {
	}

	static String seconds(Instant moment) {
		return SECONDS.format(moment);
	}

	static String milliseconds(Instant moment) {
		return MILLISECONDS.format(moment);
	}

	/** Which clock that is. */
	static String zone(Instant moment) {
		ZoneId zone = ZoneId.systemDefault();
		String offset = zone.getRules().getOffset(moment).getId();
		String utc = offset.equals("Z") ? "UTC" : "UTC" + offset;
		return zone.getId().matches("(?!Etc/)[A-Z].*/.*") ? zone.getId() + ", " + utc : utc;
	}

	private static DateTimeFormatter formatter(String pattern) {
		return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneId.systemDefault());
	}

}
