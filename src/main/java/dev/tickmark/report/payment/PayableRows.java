package dev.tickmark.report.payment;

import java.util.BitSet;

/**
 * Which rows are payable, in the order of the file. A row takes one bit, so that a
 * million of them are 125 kilobytes.
 */
public final class PayableRows {

	private final BitSet payable = new BitSet();

	private int size;

	/** Adds the next row. */
	public void add(boolean canBePaid) {
		this.payable.set(this.size, canBePaid);
		this.size = Math.incrementExact(this.size);
	}

	/** How many rows there are. */
	public int size() {
		return this.size;
	}

	/** Where the transaction goes that has this number, counted from 0. */
	Half half(int row) {
		if (row >= this.size) {
			throw new IllegalStateException("the message has more transactions than the " + this.size + " rows");
		}
		return this.payable.get(row) ? Half.PAYABLE : Half.QUARANTINE;
	}

}
