package dev.tickmark.browse;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.Nul;
import dev.tickmark.ledger.browse.RowFilter;
import dev.tickmark.ledger.browse.RowKey;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Verdict;

/**
 * Which rows somebody wants to see, as it was typed; null and blank leave it open.
 *
 * @param text what is looked for in names and references
 * @param open whether rows without a final verdict are wanted, or those with one
 */
public record Wanted(@Nullable String text, @Nullable Verdict verdict, @Nullable String provider,
		@Nullable Boolean open, @Nullable String reasonCode, @Nullable NameMatch nameMatch) {

	/** What is wrong with it, in a sentence; null when nothing is. */
	public @Nullable String problem() {
		boolean tooLong = isTooLong(plain()) || isTooLong(RowKey.folded(plain())) || isTooLong(this.reasonCode)
				|| isTooLong(this.provider);
		return tooLong ? "Look for at most " + RowFilter.LONGEST + " characters: a part of the name will do." : null;
	}

	/** The text without spaces around it; empty when nothing is looked for. */
	public String plain() {
		return (this.text != null) ? this.text.strip() : "";
	}

	/** As the ledger looks for them. */
	public RowFilter filter() {
		return new RowFilter(RowKey.folded(plain()), this.verdict, textOrNull(this.provider), this.open,
				textOrNull(this.reasonCode), this.nameMatch);
	}

	private static boolean isTooLong(@Nullable String text) {
		return text != null && text.length() > RowFilter.LONGEST;
	}

	private static @Nullable String textOrNull(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : Nul.replaced(text);
	}

}
