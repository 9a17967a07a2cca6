package dev.tickmark.report;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** Finds the rows whose reference stands for another payee in another row. */
final class AmbiguousReferences {

	private static final long NOT_SEEN = 0;

	private final long[] references;

	private final long[] firstPayees;

	/** How many rows have another payee than the first; none where all have the same. */
	private final int[] others;

	private final long[] firstLines;

	/**
	 * Knows what all rows have.
	 * @param references those that come more than once, in order
	 * @param firstPayees whom each stands for in its first row
	 * @param others in how many rows it stands for somebody else
	 */
	AmbiguousReferences(long[] references, long[] firstPayees, int[] others) {
		this.references = references;
		this.firstPayees = firstPayees;
		this.others = others;
		this.firstLines = new long[references.length];
	}

	/** How many rows there are to tell about, the first of each reference included. */
	long rows() {
		return Arrays.stream(this.others).filter((count) -> count > 0).mapToLong((count) -> count + 1L).sum();
	}

	/**
	 * Looks at the next row; they come in the order in which they came before.
	 * @return null when there is nothing to tell about it
	 */
	@Nullable Clash next(long line, long reference, long payee) {
		int at = Arrays.binarySearch(this.references, reference);
		if (at < 0 || this.others[at] == 0) {
			return null;
		}
		if (this.firstLines[at] == NOT_SEEN) {
			this.firstLines[at] = line;
			return new Clash(line, this.others[at]);
		}
		return (payee != this.firstPayees[at]) ? new Clash(this.firstLines[at], 0) : null;
	}

	/**
	 * A row whose reference stands for another payee elsewhere.
	 *
	 * @param firstLine the line of the first row with the reference
	 * @param others of this first row, how many others have another payee; 0 of the
	 * others
	 */
	record Clash(long firstLine, int others) {

	}

}
