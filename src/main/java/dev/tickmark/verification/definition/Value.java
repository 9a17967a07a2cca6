package dev.tickmark.verification.definition;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.boot.convert.DurationStyle;
import org.yaml.snakeyaml.error.Mark;

import dev.tickmark.intake.Notation;
import dev.tickmark.intake.Source;
import dev.tickmark.payee.Column;
import dev.tickmark.report.ReportKind;

/**
 * A single value of a job definition, as it is written, with its place.
 *
 * @param file the name of the definition's file
 * @param key the key it is the value of
 * @param text what is written, without quotes
 */
record Value(String file, String key, String text, Mark place) {

	private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,15})?");

	private static final Duration LONGEST = Duration.ofDays(30);

	/** What is wrong with it. */
	BadDefinition wrong(String what) {
		return new BadDefinition(this.file, this.place, this.key + ": " + what);
	}

	boolean yes() throws BadDefinition {
		return switch (this.text.toLowerCase(Locale.ROOT)) {
			case "true", "yes" -> true;
			case "false", "no" -> false;
			default -> throw wrong("\"" + this.text + "\" is neither true nor false.");
		};
	}

	/**
	 * A whole number from 1.
	 * @param most the greatest that is allowed
	 */
	int number(int most) throws BadDefinition {
		try {
			int number = Integer.parseInt(this.text);
			if (number >= 1 && number <= most) {
				return number;
			}
		}
		catch (NumberFormatException _) {
			// told below
		}
		throw wrong("\"" + this.text + "\" is not a whole number between 1 and " + most + ".");
	}

	/** An amount of money that may be nothing, with a full stop before the decimals. */
	BigDecimal amount() throws BadDefinition {
		if (!AMOUNT.matcher(this.text).matches()) {
			throw wrong("\"" + this.text + "\" is no amount like 0.10.");
		}
		return new BigDecimal(this.text);
	}

	/** A code of ISO 4217. */
	String currency() throws BadDefinition {
		try {
			return Source.Fixed.of(Column.CURRENCY, this.text, Notation.ISO).value();
		}
		catch (IllegalArgumentException ex) {
			throw wrong(String.valueOf(ex.getMessage()));
		}
	}

	Duration duration() throws BadDefinition {
		return duration(LONGEST);
	}

	/**
	 * A length of time, more than none.
	 * @param longest the longest that is allowed, in whole days
	 */
	Duration duration(Duration longest) throws BadDefinition {
		try {
			Duration duration = DurationStyle.detectAndParse(this.text);
			if (duration.isPositive() && duration.compareTo(longest) <= 0) {
				return duration;
			}
		}
		catch (ArithmeticException | IllegalArgumentException _) {
			// told below
		}
		throw wrong(
				"\"" + this.text + "\" is not a length of time like 30s, 5m or 2h, at most " + longest.toDays() + "d.");
	}

	/** A time zone. */
	ZoneId zone() throws BadDefinition {
		try {
			return ZoneId.of(this.text);
		}
		catch (DateTimeException _) {
			throw wrong("there is no time zone \"" + this.text + "\"; for example: Europe/Berlin, UTC.");
		}
	}

	/** One of the names of an enumeration, in any case, hyphens for underscores. */
	<E extends Enum<E>> E one(Class<E> type) throws BadDefinition {
		String plain = this.text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
		for (E constant : type.getEnumConstants()) {
			if (constant.name().equals(plain)) {
				return constant;
			}
		}
		throw wrong("\"" + this.text + "\" is not known; there are: "
				+ Arrays.stream(type.getEnumConstants())
					.map((constant) -> written(constant))
					.collect(Collectors.joining(", "))
				+ ".");
	}

	private static String written(Enum<?> constant) {
		String name = constant.name();
		// verdicts and schemes are written in capitals everywhere
		return (constant instanceof ReportKind) ? name.toLowerCase(Locale.ROOT) : name;
	}

}
