package dev.tickmark.provider.paysafe;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.tickmark.payee.Answer.Received;
import dev.tickmark.payee.Call;
import dev.tickmark.provider.Json;

/**
 * From when to when a session lives.
 *
 * @param begins its {@code creationTime}
 * @param ends its {@code expirationTime}
 */
record Lifetime(Instant begins, Instant ends) {

	private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

	/** How often a session is looked at while it lives. */
	private static final int LOOKS = 8;

	/** The last look is due this long after the end. */
	private static final Duration AFTER_THE_END = Duration.ofSeconds(1);

	/** A session that still is not said to have ended by then has ended all the same. */
	private static final Duration GRACE = Duration.ofMinutes(1);

	/**
	 * Of minutes, in the samples. What claims to live for longer is taken for a fault.
	 */
	private static final Duration LONGEST = Duration.ofDays(30);

	private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("\\d{4}-.{1,40}");

	/**
	 * The life of a session; null when its dates are missing or cannot be, like those of
	 * the page's first example, which ends as it begins.
	 */
	static @Nullable Lifetime of(JsonNode session) {
		Instant begins = instant(session.path("creationTime"));
		Instant ends = instant(session.path("expirationTime"));
		if (begins == null || ends == null || !begins.isBefore(ends)) {
			return null;
		}
		return (Duration.between(begins, ends).compareTo(LONGEST) > 0) ? null : new Lifetime(begins, ends);
	}

	/**
	 * When an answer was given: by the server's own clock, since its sessions end by it.
	 */
	static Instant moment(Call call) {
		String date = (call.answer() instanceof Received received) ? received.header("date") : null;
		if (date != null) {
			try {
				return ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
			}
			catch (DateTimeException _) {
				// then ours has to do
			}
		}
		return call.answeredAt();
	}

	/** How long to leave the session alone. */
	Duration wait(Instant now) {
		Duration share = Duration.between(this.begins, this.ends).dividedBy(LOOKS);
		Duration left = Duration.between(now, this.ends.plus(AFTER_THE_END));
		Duration most = left.isPositive() ? left : GRACE;
		Duration wait = (share.compareTo(most) < 0) ? share : most;
		return (wait.compareTo(SHORTEST_WAIT) < 0) ? SHORTEST_WAIT : wait;
	}

	/** Whether the session still lives. */
	boolean lasts(Instant now) {
		return now.isBefore(this.ends);
	}

	/** Whether its end is so long ago that nothing more can be expected of it. */
	boolean isLongOver(Instant now) {
		return now.isAfter(this.ends.plus(GRACE));
	}

	private static @Nullable Instant instant(JsonNode date) {
		String text = Json.text(date);
		// Further away no calendar of ours goes
		if (text == null || !FOUR_DIGIT_YEAR.matcher(text).matches()) {
			return null;
		}
		try {
			return OffsetDateTime.parse(text).toInstant();
		}
		catch (DateTimeException _) {
			return null;
		}
	}

}
