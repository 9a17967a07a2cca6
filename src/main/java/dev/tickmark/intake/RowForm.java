package dev.tickmark.intake;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Problem;

/** The form of a record: how many fields it has, and how long they are. */
final class RowForm {

	/** The longest field that is taken in, in characters. */
	static final int LONGEST_FIELD = 10_000;

	/** So much is kept of a field that is longer. */
	private static final int KEPT_CHARACTERS = 200;

	/** So many fields are kept of a record that has more than any header may have. */
	private static final int KEPT_FIELDS = 2 * Header.MOST_COLUMNS;

	private RowForm() {
	}

	static @Nullable Problem problem(Layout layout, Records.Found found) {
		Problem width = width(layout.format(), layout.header(), found);
		if (width != null) {
			return width;
		}
		for (int i = 0; i < found.fields().size(); i++) {
			int length = found.fields().get(i).length();
			if (length > LONGEST_FIELD) {
				return new Problem(layout.header().get(i), "The value has " + length + " characters, at most "
						+ LONGEST_FIELD + " are allowed; only its beginning is kept.");
			}
		}
		return null;
	}

	/** What is wrong when a record has more or fewer fields than its header. */
	static @Nullable Problem width(Format format, List<String> header, Records.Found found) {
		int has = found.fields().size();
		int expected = header.size();
		if (has == expected) {
			return null;
		}
		String spread = (found.lastLine() == found.line()) ? ""
				: " It reaches to line " + found.lastLine() + ": perhaps a quote in it is not closed.";
		String more = (has > expected) ? format.surplus() : "";
		return new Problem(null,
				"The row has " + Shown.count(has, "field") + ", the header has " + expected + "." + more + spread);
	}

	/** The fields of a record that is out of form, as far as they are kept. */
	static List<String> bounded(List<String> fields) {
		return fields.stream().limit(KEPT_FIELDS).map(RowForm::bounded).toList();
	}

	private static String bounded(String field) {
		if (field.length() <= LONGEST_FIELD) {
			return field;
		}
		int end = Character.isHighSurrogate(field.charAt(KEPT_CHARACTERS - 1)) ? KEPT_CHARACTERS - 1 : KEPT_CHARACTERS;
		return field.substring(0, end) + "…";
	}

}
