package dev.tickmark.ledger.browse;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Verdict;

/**
 * Which rows are wanted; null and the empty text leave it open.
 *
 * @param text what is in the name or the reference, or is the line's number or the end of
 * the account; as {@link RowKey#folded} leaves it
 * @param open whether rows without a final verdict are wanted, or those with one
 */
public record RowFilter(String text, @Nullable Verdict verdict, @Nullable String provider, @Nullable Boolean open,
		@Nullable String reasonCode, @Nullable NameMatch nameMatch) {

	/** Nobody looks for more; it bounds what is compared with every row. */
	public static final int LONGEST = 100;

	public static final RowFilter NONE = new RowFilter("", null, null, null, null, null);

	public RowFilter {
		if (text.length() > LONGEST || (reasonCode != null && reasonCode.length() > LONGEST)
				|| (provider != null && provider.length() > LONGEST)) {
			throw new IllegalArgumentException("more than " + LONGEST + " characters are looked for");
		}
	}

	/** Without a verdict that is named, for looking at all of them. */
	public boolean isNone() {
		return equals(NONE);
	}

}
