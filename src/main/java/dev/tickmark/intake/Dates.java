package dev.tickmark.intake;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** The rule of the columns that hold dates. */
final class Dates {

	private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

	private Dates() {
	}

	static Checked date(String value, Notation notation) {
		String date = Text.stripped(value);
		LocalDate told = notation.date(date);
		if (told != null) {
			return new Checked.Good(told.toString());
		}
		if (FORM.matcher(date).matches()) {
			try {
				return new Checked.Good(LocalDate.parse(date).toString());
			}
			catch (DateTimeParseException _) {
				return new Checked.Bad("The calendar has no day " + date + ".");
			}
		}
		return new Checked.Bad("The date " + Shown.value(date)
				+ (notation.dates().isEmpty() ? " is not written as year-month-day; a date like 2026-01-31 is expected."
						: " is not written like " + notation.forms() + ", as the job definition says."));
	}

	/** A date that is not later than today. */
	static Checked past(String value, Notation notation, LocalDate today) {
		Checked date = date(value, notation);
		if (date instanceof Checked.Good good && LocalDate.parse(good.value()).isAfter(today)) {
			return new Checked.Bad("The date " + good.value() + " lies in the future.");
		}
		return date;
	}

}
