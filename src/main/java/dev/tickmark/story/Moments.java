package dev.tickmark.story;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as a person's own clock shows them. */
public final class Moments {

	private static final DateTimeFormatter SECONDS = formatter("yyyy-MM-dd HH:mm:ss");

	private static final DateTimeFormatter MILLISECONDS = formatter("yyyy-MM-dd HH:mm:ss.SSS");

	private static final DateTimeFormatter MINUTES = formatter("yyyy-MM-dd HH:mm");

	private static final DateTimeFormatter TIME_OF_DAY = formatter("HH:mm:ss");

	private Moments() {
	}

	public static String seconds(Instant moment) {
		return SECONDS.format(moment);
	}

	public static String milliseconds(Instant moment) {
		return MILLISECONDS.format(moment);
	}

	/** The time of day, and the day as well unless it is today. */
	public static String soon(Instant moment, Instant now) {
		ZoneId zone = ZoneId.systemDefault();
		return moment.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate()) ? TIME_OF_DAY.format(moment)
				: MINUTES.format(moment);
	}

	/** Which clock that is. */
	public static String zone(Instant moment) {
		ZoneId zone = ZoneId.systemDefault();
		String offset = zone.getRules().getOffset(moment).getId();
		String utc = offset.equals("Z") ? "UTC" : "UTC" + offset;
		return zone.getId().matches("(?!Etc/)[A-Z].*/.*") ? zone.getId() + ", " + utc : utc;
	}

	private static DateTimeFormatter formatter(String pattern) {
		return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneId.systemDefault());
	}

}
