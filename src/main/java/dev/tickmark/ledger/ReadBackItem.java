package dev.tickmark.ledger;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Finding;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Verdict;

/**
 * A verification that was read back, for those who read about it.
 *
 * @param run the number of its run
 * @param line the line of the first row that asks it
 * @param rows how many rows ask it
 * @param rowReference that row's own reference; null when it has none
 * @param reference the provider's id of it
 * @param was the verdict here until it was read back; null when there was none
 * @param difference what differs, in words; null when nothing does
 * @param there what the provider says; null when that cannot be read
 * @param checkedAt when the answer here was received
 * @param readAt when it was read back
 */
public record ReadBackItem(ReadBackResult result, long run, long line, long rows, @Nullable String rowReference,
		ProviderName provider, String reference, @Nullable Verdict was, @Nullable String difference,
		@Nullable Finding there, @Nullable Instant checkedAt, Instant readAt) {

}
