package dev.tickmark.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Answer.Received;

/**
 * Reads how long a server asks us to wait. Every wait is between 1 second, so that a zero
 * makes no busy loop, and 1 hour, so that an absurd value does not end the night.
 */
public final class RetryAfter {

	private static final Duration SHORTEST = Duration.ofSeconds(1);

	private static final Duration LONGEST = Duration.ofHours(1);

	private static final Pattern SECONDS = Pattern.compile("\\d{1,18}");

	private RetryAfter() {
	}

	/**
	 * The wait in {@code Retry-After}, in seconds or up to a date; null when there is
	 * none, or none that makes sense.
	 * @param answeredAt when the answer was there, for an answer without a date of its
	 * own
	 */
	public static @Nullable Duration of(Received answer, Instant answeredAt) {
		String value = answer.header("retry-after");
		if (value == null) {
			return null;
		}
		if (SECONDS.matcher(value.strip()).matches()) {
			return seconds(answer, "retry-after");
		}
		Instant until = date(value);
		if (until == null) {
			return null;
		}
		// The server's clock and ours may differ: its own date counts
		String date = answer.header("date");
		Instant sent = (date != null) ? date(date) : null;
		Duration wait = Duration.between((sent != null) ? sent : answeredAt, until);
		return wait.isNegative() ? null : bounded(wait);
	}

	/** A header that holds a number of seconds; null when it does not. */
	public static @Nullable Duration seconds(Received answer, String header) {
		String value = answer.header(header);
		if (value == null || !SECONDS.matcher(value.strip()).matches()) {
			return null;
		}
		return bounded(Duration.ofSeconds(Long.parseLong(value.strip())));
	}

	private static @Nullable Instant date(String value) {
		try {
			return ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
		}
		catch (DateTimeParseException _) {
			return null;
		}
	}

	private static Duration bounded(Duration wait) {
		if (wait.compareTo(SHORTEST) < 0) {
			return SHORTEST;
		}
		return (wait.compareTo(LONGEST) > 0) ? LONGEST : wait;
	}

}
