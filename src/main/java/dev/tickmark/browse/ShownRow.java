package dev.tickmark.browse;

import dev.tickmark.ledger.browse.ListedRow;

/**
 * A row as it may be shown in a table.
 *
 * @param account the end of its number; empty without one
 */
public record ShownRow(ListedRow row, String reference, String name, String account) {

	/** Without the payee's details. */
	@Override
	public String toString() {
		return "ShownRow[" + this.row + "]";
	}

}
