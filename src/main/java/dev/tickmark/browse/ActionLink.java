package dev.tickmark.browse;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A row for which a person must act.
 *
 * @param row its number in the run
 * @param line the line on which it begins
 * @param link lets in whoever has it; null when the provider gave none that can be shown
 * @param expiresAt when it ends; null when nobody knows
 * @param reason what there is to do
 */
public record ActionLink(long row, long line, String reference, String name, @Nullable String link,
		@Nullable Instant expiresAt, String reason) {

	/** Without the link. */
	@Override
	public String toString() {
		return "ActionLink[row=" + this.row + "]";
	}

}
