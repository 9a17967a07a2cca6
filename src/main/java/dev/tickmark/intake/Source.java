package dev.tickmark.intake;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;

import dev.tickmark.payee.Column;

/** Where the values of a column come from, as a job definition says it. */
public sealed interface Source {

	/**
	 * From the column of the file that has one of these names; case does not matter, nor
	 * what divides the words.
	 */
	record Named(List<String> names) implements Source {

		public Named {
			names = List.copyOf(names);
		}

	}

	/** From the column of the file whose whole name has this form. */
	record Like(Pattern form) implements Source {

	}

	/** From the column at a place, counted from 1. */
	record At(int position) implements Source {

	}

	/** From no column, though the file may have one of that name. */
	record Nowhere() implements Source {

	}

	/** Always the same value, whatever the file has. */
	record Fixed(String value) implements Source {

		/**
		 * Takes a value that follows the rules of its column.
		 * @throws IllegalArgumentException when it does not, with a sentence
		 */
		public static Fixed of(Column column, String value, Notation notation) {
			return switch (Rule.of(column, notation, LocalDate.now(ZoneOffset.UTC)).check(value)) {
				case Checked.Good good -> new Fixed(good.value());
				case Checked.Bad bad -> throw new IllegalArgumentException(bad.why());
			};
		}

	}

}
