package dev.tickmark.report;

import java.util.Arrays;

/** The references of a file and the payees they stand for, 16 bytes for each row. */
final class References {

	private static final int FIRST_ROOM = 1024;

	private long[] references = new long[FIRST_ROOM];

	private long[] payees = new long[FIRST_ROOM];

	private int size;

	/** Adds those of the next row. */
	void add(long reference, long payee) {
		if (this.size == this.references.length) {
			int more = this.size + (this.size >> 1);
			this.references = Arrays.copyOf(this.references, more);
			this.payees = Arrays.copyOf(this.payees, more);
		}
		this.references[this.size] = reference;
		this.payees[this.size++] = payee;
	}

	/** Finds those that stand for several payees. */
	AmbiguousReferences ambiguous() {
		long[] repeated = repeated();
		long[] first = new long[repeated.length];
		boolean[] seen = new boolean[repeated.length];
		int[] others = new int[repeated.length];
		for (int row = 0; repeated.length > 0 && row < this.size; row++) {
			int at = Arrays.binarySearch(repeated, this.references[row]);
			if (at >= 0 && !seen[at]) {
				seen[at] = true;
				first[at] = this.payees[row];
			}
			else if (at >= 0 && this.payees[row] != first[at]) {
				others[at]++;
			}
		}
		return new AmbiguousReferences(repeated, first, others);
	}

	/** Each of those that come more than once, in order. */
	private long[] repeated() {
		long[] sorted = Arrays.copyOf(this.references, this.size);
		Arrays.sort(sorted);
		int found = 0;
		for (int i = 1; i < sorted.length; i++) {
			boolean known = found > 0 && sorted[found - 1] == sorted[i];
			if (sorted[i] == sorted[i - 1] && !known) {
				// there are half as many at most: what is written over was looked at
				sorted[found++] = sorted[i];
			}
		}
		return Arrays.copyOf(sorted, found);
	}

}
