package dev.tickmark.verification.definition;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * When a run must be over: so long after its start, at a time of day, or at a moment.
 *
 * @param after the time from the start; null when it is none
 * @param at the time of day; null when it is none
 * @param moment the moment, which nobody writes: it was reckoned; null when it is none
 */
public record Deadline(@Nullable Duration after, @Nullable LocalTime at, @Nullable Instant moment) {

	/** One that is a moment, which may have passed. */
	public static Deadline of(Instant moment) {
		return new Deadline(null, null, moment);
	}

	/**
	 * Reads {@code 45m}, {@code 2h}, {@code PT1H30M} or {@code 16:55}.
	 * @throws IllegalArgumentException with a sentence that says what is accepted
	 */
	public static Deadline parse(String text) {
		try {
			return text.contains(":") ? new Deadline(null, LocalTime.parse(text), null)
					: new Deadline(duration(text), null, null);
		}
		catch (DateTimeException | IllegalArgumentException _) {
			throw new IllegalArgumentException("\"" + text + "\" is no deadline: give a duration such as 45m or 2h,"
					+ " or a time of day such as 16:55");
		}
	}

	/** The instant it means for a run that is asked for and starts at the same time. */
	public Instant from(ZonedDateTime start) {
		return from(start, start.toInstant());
	}

	/**
	 * The instant it means. However late a run starts, and however often it is taken up,
	 * a time of day is the first after it was asked for: a night begins before midnight.
	 * @param asked when the run was asked for, in the zone of the time of day
	 * @param started when it was started, which may be much later
	 */
	public Instant from(ZonedDateTime asked, Instant started) {
		if (this.moment != null) {
			return this.moment;
		}
		if (this.at == null) {
			return started.plus((this.after != null) ? this.after : Duration.ZERO);
		}
		ZonedDateTime today = asked.with(this.at);
		return (today.isAfter(asked) ? today : asked.plusDays(1).with(this.at)).toInstant();
	}

	private static Duration duration(String text) {
		Duration duration = DurationStyle.detectAndParse(text);
		if (!duration.isPositive() || duration.compareTo(Duration.ofDays(30)) > 0) {
			throw new IllegalArgumentException();
		}
		return duration;
	}

}
