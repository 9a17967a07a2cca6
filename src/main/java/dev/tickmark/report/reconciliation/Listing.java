package dev.tickmark.report.reconciliation;

import java.util.List;

/**
 * The items of a reconciliation, for its tables. The column called {@value #RESULT} has
 * the keys of the results; the page shows their labels instead.
 *
 * @param columns what the items have; the page leaves out the columns in which the
 * differences that it shows have nothing
 * @param all every item
 * @param differences those that are a difference, in the order in which a person goes
 * through them
 * @param formulasHarmless whether cells that begin like a formula are made harmless
 */
public record Listing(List<Table.Column> columns, Items all, Items differences, boolean formulasHarmless) {

	/** The name of the column with the results. */
	public static final String RESULT = "result";

	public Listing {
		columns = Table.distinct(columns);
	}

	/** With cells that begin like a formula made harmless. */
	public Listing(List<Table.Column> columns, Items all, Items differences) {
		this(columns, all, differences, true);
	}

}
