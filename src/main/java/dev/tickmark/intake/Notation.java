package dev.tickmark.intake;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * How a file writes dates and amounts.
 *
 * @param dates patterns such as {@code dd.MM.uuuu}, the first that fits holds; none means
 * year-month-day
 * @param decimal the decimal separator of amounts, a full stop or a comma; null when
 * nobody said
 */
public record Notation(List<String> dates, @Nullable Character decimal) {

	/** As the program expects it when nothing else is said. */
	public static final Notation ISO = new Notation(List.of(), null);

	private static final Map<String, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();

	/**
	 * Takes the patterns.
	 * @throws IllegalArgumentException when one of them is none, with a sentence
	 */
	public Notation {
		dates = List.copyOf(dates);
		dates.forEach((pattern) -> FORMATTERS.computeIfAbsent(pattern, Notation::formatter));
	}

	/** The day that a text means; null when it has none of the forms. */
	@Nullable LocalDate date(String text) {
		for (String pattern : this.dates) {
			try {
				return LocalDate.parse(text, FORMATTERS.get(pattern));
			}
			catch (DateTimeParseException _) {
				// perhaps the next
			}
		}
		return null;
	}

	/** The forms of a date, for messages. */
	String forms() {
		return String.join(" or ", this.dates);
	}

	private static boolean keeps(DateTimeFormatter formatter, LocalDate day) {
		return LocalDate.parse(day.format(formatter), formatter).equals(day);
	}

	/** What looks like year-month-day must mean that. */
	private static DateTimeFormatter unmistakable(String pattern, DateTimeFormatter formatter) {
		LocalDate day = LocalDate.of(2026, 2, 1);
		String text = day.format(formatter);
		if (text.equals("2026-01-02")) {
			throw new IllegalArgumentException("a date with the pattern " + pattern + " looks like year-month-day");
		}
		return formatter;
	}

	private static DateTimeFormatter formatter(String pattern) {
		// y is the year of an era: strictly taken there is none without its era
		DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
			.withResolverStyle(ResolverStyle.STRICT);
		try {
			// of another century: two digits are not a year
			if (keeps(formatter, LocalDate.of(1926, 1, 31)) && keeps(formatter, LocalDate.of(2026, 1, 31))) {
				return unmistakable(pattern, formatter);
			}
		}
		catch (DateTimeParseException _) {
			// told below
		}
		throw new IllegalArgumentException("a day cannot be read with the pattern " + pattern);
	}

}
