package dev.tickmark.story;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Column;

/** A cell of a payee file that nobody has asked about yet, as it may be shown. */
public final class MaskedCell {

	private static final MaskedText TEXT = new MaskedText(List.of(), List.of(), "");

	private MaskedCell() {
	}

	/**
	 * The cell without whole numbers of accounts or persons.
	 * @param column what stands in it; null when nobody has said so
	 */
	public static String of(@Nullable Column column, String value) {
		if (value.isBlank()) {
			return "";
		}
		// a column that was taken for another could be one of accounts
		return MaskedRow.value(Optional.ofNullable(column), value.strip(), column == Column.REFERENCE, TEXT);
	}

	/**
	 * The name of a column, which may be a payee's number where the file has no header.
	 */
	public static String ofHeader(String name) {
		return TEXT.of(name.strip());
	}

}
