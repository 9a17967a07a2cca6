package dev.tickmark.ledger.release;

/**
 * A row of a run.
 *
 * @param number its place among the rows of the run, counted from 1
 * @param line the line on which it begins
 * @param oneOfSeveral whether others begin on this line
 */
public record RowAt(long number, long line, boolean oneOfSeveral) {

	/** In words: the line, and the row where the line does not tell which. */
	public String words() {
		return "line " + this.line + (this.oneOfSeveral ? ", row " + this.number : "");
	}

}
