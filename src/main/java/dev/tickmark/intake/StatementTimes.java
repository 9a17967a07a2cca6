package dev.tickmark.intake;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.time.temporal.UnsupportedTemporalTypeException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Reads the times of a statement: ISO 8601, and what a definition says beside it. */
final class StatementTimes {

	/** Nobody was asked before, and nobody will be later: a slip in the year. */
	private static final int FIRST_YEAR = 1970;

	private static final int LAST_YEAR = 9999;

	/** With T or a space before the time; seconds and the offset may be missing. */
	private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder().parseCaseInsensitive()
		.append(DateTimeFormatter.ISO_LOCAL_DATE)
		.optionalStart()
		.appendLiteral('T')
		.append(DateTimeFormatter.ISO_LOCAL_TIME)
		.optionalStart()
		.appendLiteral(' ')
		.optionalEnd()
		.appendPattern("[XXXXX][XXXX][X]")
		.toFormatter(Locale.ROOT)
		.withChronology(IsoChronology.INSTANCE)
		.withResolverStyle(ResolverStyle.STRICT);

	private static final int DATE = "2026-01-31".length();

	/** A morning and an afternoon, and days that are no months. */
	private static final List<LocalDateTime> SAMPLES = List.of(LocalDateTime.of(2026, 1, 31, 9, 45),
			LocalDateTime.of(2026, 12, 30, 21, 45));

	private static final ZoneId SAMPLE_ZONE = ZoneOffset.ofHours(2);

	private final List<DateTimeFormatter> formatters;

	private final List<String> patterns;

	private final ZoneId zone;

	/**
	 * @param patterns such as {@code dd.MM.yyyy HH:mm}
	 * @param zone the zone of times without an offset
	 * @throws IllegalArgumentException when one of them is no pattern, with a sentence
	 */
	StatementTimes(List<String> patterns, ZoneId zone) {
		this.patterns = patterns;
		this.formatters = Stream.concat(patterns.stream().map(StatementTimes::formatter), Stream.of(ISO)).toList();
		this.zone = zone;
	}

	/** The time that a text means; null when it means none. */
	@Nullable Moment read(String text) {
		String plain = (text.length() > DATE && text.charAt(DATE) == ' ')
				? text.substring(0, DATE) + 'T' + text.substring(DATE + 1).replaceFirst("(?i) ?(UTC|GMT)$", "Z") : text;
		for (DateTimeFormatter formatter : this.formatters) {
			TemporalAccessor parsed = parsed(formatter, (formatter == ISO) ? plain : text);
			if (parsed != null) {
				return moment(parsed);
			}
		}
		return null;
	}

	/** The forms that are expected, for messages. */
	String forms() {
		return (this.patterns.isEmpty() ? "" : String.join(" or ", this.patterns) + " or ")
				+ "2026-01-31T13:45:00, with or without +01:00";
	}

	/**
	 * Most texts have one of the forms only: to be told so must not cost an exception.
	 */
	private static @Nullable TemporalAccessor parsed(DateTimeFormatter formatter, String text) {
		ParsePosition end = new ParsePosition(0);
		if (formatter.parseUnresolved(text, end) == null || end.getErrorIndex() >= 0
				|| end.getIndex() < text.length()) {
			return null;
		}
		try {
			return formatter.parse(text);
		}
		catch (DateTimeException _) {
			// no day of the calendar
			return null;
		}
	}

	private @Nullable Moment moment(TemporalAccessor parsed) {
		LocalDate day = parsed.query(TemporalQueries.localDate());
		if (day == null || day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
			return null;
		}
		LocalTime time = parsed.query(TemporalQueries.localTime());
		ZoneId own = parsed.query(TemporalQueries.zone());
		ZoneId zone = (own != null) ? own : this.zone;
		return (time != null) ? new Moment(ZonedDateTime.of(day, time, zone).toInstant(), false)
				: new Moment(day.atStartOfDay(zone).toInstant(), true);
	}

	private static DateTimeFormatter formatter(String pattern) {
		DateTimeFormatter formatter;
		try {
			// y is the year of an era: strictly taken there is none without its era
			formatter = new DateTimeFormatterBuilder().parseCaseInsensitive()
				.appendPattern(pattern.replace('y', 'u'))
				.toFormatter(Locale.ENGLISH)
				.withResolverStyle(ResolverStyle.STRICT);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(
					"\"" + pattern + "\" is no pattern of a time like dd.MM.yyyy HH:mm: " + ex.getMessage(), ex);
		}
		if (!SAMPLES.stream().allMatch((sample) -> keeps(formatter, sample))) {
			throw new IllegalArgumentException("no day, or no time of a day, can be read with the pattern " + pattern);
		}
		String february = ZonedDateTime.of(2026, 2, 1, 0, 0, 0, 0, SAMPLE_ZONE).format(formatter);
		if (february.startsWith("2026-01-02")) {
			throw new IllegalArgumentException("a time with the pattern " + pattern + " looks like year-month-day");
		}
		return formatter;
	}

	/** Whether what is written with a pattern is read as the same. */
	private static boolean keeps(DateTimeFormatter formatter, LocalDateTime sample) {
		try {
			TemporalAccessor read = parsed(formatter, sample.atZone(SAMPLE_ZONE).format(formatter));
			if (read == null || !sample.toLocalDate().equals(read.query(TemporalQueries.localDate()))) {
				return false;
			}
			LocalTime time = read.query(TemporalQueries.localTime());
			return (time != null) ? time.equals(sample.toLocalTime()) : hasNoTime(formatter, sample);
		}
		catch (DateTimeException _) {
			return false;
		}
	}

	private static boolean hasNoTime(DateTimeFormatter formatter, LocalDateTime sample) {
		try {
			sample.toLocalDate().format(formatter);
			return true;
		}
		catch (UnsupportedTemporalTypeException _) {
			return false;
		}
	}

	/**
	 * A time.
	 *
	 * @param wholeDay whether nothing but the day is said, of which it is the start
	 */
	record Moment(Instant at, boolean wholeDay) {

	}

}
