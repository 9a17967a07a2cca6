package dev.tickmark.ledger.browse;

/**
 * Which part of the rows is wanted.
 *
 * @param side what is told of where it begins
 * @param row the number of the row before which it ends, or after which it begins
 * @param skipped how many rows are passed over first
 * @param size how many rows there are on a page
 */
public record RowPage(RowOrder order, boolean descending, Side side, long row, long skipped, int size) {

	public static RowPage first(RowOrder order, boolean descending, int size) {
		return at(order, descending, 0, size);
	}

	/** After so many rows. */
	public static RowPage at(RowOrder order, boolean descending, long skipped, int size) {
		return new RowPage(order, descending, Side.FROM_START, 0, skipped, size);
	}

	/** What comes after the row with this number. */
	public static RowPage after(RowOrder order, boolean descending, long row, int size) {
		return new RowPage(order, descending, Side.AFTER, row, 0, size);
	}

	/** What comes before it. */
	public static RowPage before(RowOrder order, boolean descending, long row, int size) {
		return new RowPage(order, descending, Side.BEFORE, row, 0, size);
	}

	/** Where it begins. */
	public enum Side {

		FROM_START, AFTER, BEFORE

	}

}
