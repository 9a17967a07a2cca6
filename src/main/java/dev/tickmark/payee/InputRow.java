package dev.tickmark.payee;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One record of a payee file as it was read.
 *
 * @param line the line on which the record begins, counted from 1 (the header included)
 * @param fields the record's fields, unchanged and in order; as many as the record has
 * @param payee the normalised payee; null when there is a problem
 * @param problem why the row cannot be asked about; null when it can
 */
public record InputRow(long line, List<String> fields, @Nullable Payee payee, @Nullable Problem problem) {

	public InputRow {
		fields = List.copyOf(fields);
		if ((payee == null) == (problem == null)) {
			throw new IllegalArgumentException("a row has either a payee or a problem");
		}
	}

	/** Without the fields: they are the payee's details. */
	@Override
	public String toString() {
		return "InputRow[line=" + this.line + ", problem=" + this.problem + "]";
	}

	public static InputRow good(long line, List<String> fields, Payee payee) {
		return new InputRow(line, fields, payee, null);
	}

	public static InputRow bad(long line, List<String> fields, Problem problem) {
		return new InputRow(line, fields, null, problem);
	}

}
