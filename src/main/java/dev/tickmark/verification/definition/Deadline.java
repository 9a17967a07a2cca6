package dev.tickmark.verification.definition;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * When a run must be over: so long after its start, or at a time of day.
 *
 * @param after the time from the start; null when it is a time of day
 * @param at the time of day, in the machine's zone; null when it is a duration
 */
public record Deadline(@Nullable Duration after, @Nullable LocalTime at) {

	/**
	 * Reads {@code 45m}, {@code 2h}, {@code PT1H30M} or {@code 16:55}.
	 * @throws IllegalArgumentException with a sentence that says what is accepted
	 */
	public static Deadline parse(String text) {
		try {
			return text.contains(":") ? new Deadline(null, LocalTime.parse(text)) : new Deadline(duration(text), null);
		}
		catch (DateTimeException | IllegalArgumentException _) {
			throw new IllegalArgumentException("\"" + text + "\" is no deadline: give a duration such as 45m or 2h,"
					+ " or a time of day such as 16:55");
		}
	}

	/**
	 * The instant it means for a run that starts now. A time of day that has passed is
	 * tomorrow's: a night begins before midnight.
	 */
	public ZonedDateTime from(ZonedDateTime start) {
		if (this.at == null) {
			return start.plus((this.after != null) ? this.after : Duration.ZERO);
		}
		ZonedDateTime today = start.with(this.at);
		return today.isAfter(start) ? today : start.plusDays(1).with(this.at);
	}

	private static Duration duration(String text) {
		Duration duration = DurationStyle.detectAndParse(text);
		if (!duration.isPositive() || duration.compareTo(Duration.ofDays(30)) > 0) {
			throw new IllegalArgumentException();
		}
		return duration;
	}

}
