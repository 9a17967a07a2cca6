package dev.tickmark.report.payment;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

import dev.tickmark.payee.Finding;

/**
 * The statuses of all rows in the order of the file: a status report says how many there
 * are of each before it comes to the transactions. A row takes one byte.
 */
public final class PaymentStatuses {

	private static final TransactionStatus[] CODES = TransactionStatus.values();

	private byte[] statuses = new byte[1024];

	private int size;

	/**
	 * Adds the next row.
	 * @param finding what is known of its payee; of a row with a problem a finding of
	 * REJECTED_INPUT
	 */
	public void add(Finding finding) {
		if (this.size == this.statuses.length) {
			this.statuses = Arrays.copyOf(this.statuses, Math.multiplyExact(2, this.size));
		}
		this.statuses[this.size] = (byte) TransactionStatus.of(finding).ordinal();
		this.size++;
	}

	int size() {
		return this.size;
	}

	/** The status of the transaction that has this number, counted from 0. */
	TransactionStatus at(int row) {
		if (row >= this.size) {
			throw new IllegalStateException("the message has more transactions than the " + this.size + " rows");
		}
		return CODES[this.statuses[row]];
	}

	/** How many there are of each, without sums; what is not there is missing. */
	Map<TransactionStatus, Tally> tallies() {
		long[] counts = new long[CODES.length];
		for (int i = 0; i < this.size; i++) {
			counts[this.statuses[i]]++;
		}
		Map<TransactionStatus, Tally> tallies = new EnumMap<>(TransactionStatus.class);
		for (TransactionStatus status : CODES) {
			if (counts[status.ordinal()] > 0) {
				tallies.put(status, new Tally(counts[status.ordinal()], Tally.NOTHING.sum()));
			}
		}
		return tallies;
	}

}
