package dev.tickmark.ledger;

/**
 * Where a row stands. Several may begin on one line: a payment file can be a single one.
 *
 * @param number its place among the rows of the run, counted from 1
 * @param line the line on which it begins
 * @param nth its place among the rows that begin on this line, counted from 1
 * @param onLine how many begin on this line
 */
public record RowPlace(long number, long line, long nth, long onLine) {

	/** Whether the line alone does not tell which row is meant. */
	public boolean isOneOfSeveral() {
		return this.onLine > 1;
	}

	/**
	 * What {@code tickmark explain} calls the row: its line, and where it has to, which
	 * on it.
	 */
	public String name() {
		return this.line + (isOneOfSeveral() ? ":" + this.nth : "");
	}

}
