package dev.tickmark.browse;

import java.util.List;

import dev.tickmark.ledger.browse.RowMix;

/** What comes of looking at the rows of a run. */
public sealed interface Looked {

	/**
	 * A page of them.
	 *
	 * @param rows those of the page, in their order
	 * @param found how many rows there are on all pages
	 * @param more whether there are more of them than were counted
	 * @param mix what there is in the whole run
	 */
	record Rows(List<ShownRow> rows, long found, boolean more, RowMix.Counts mix) implements Looked {

		public Rows {
			rows = List.copyOf(rows);
		}

	}

	/**
	 * Nothing, for now.
	 *
	 * @param why a sentence or two
	 */
	record NotNow(String why) implements Looked {

	}

}
