package dev.tickmark.ledger;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A line of a statement, with the call that it charges if there is one; or a call that no
 * line charges.
 *
 * @param entry the line; null for a call without one
 * @param rule by which the two were found to belong together; null when nothing was
 * @param charged the call; null for a line without one
 */
public record StatementItem(StatementResult result, @Nullable Line entry, @Nullable String rule,
		@Nullable Charged charged) {

	/**
	 * The line.
	 *
	 * @param line its line in the file
	 * @param kind the kind of call, or its word when that is not known
	 * @param result its result as it is written
	 * @param resultDiffers whether its result is none that the call came to
	 * @param priceDiffers whether its price is another than was agreed
	 * @param problem why it cannot be read; null when it can
	 */
	public record Line(long line, @Nullable String reference, @Nullable String requestId, @Nullable Instant chargedAt,
			String kind, @Nullable String result, boolean resultDiffers, @Nullable BigDecimal price,
			boolean priceDiffers, @Nullable String currency, @Nullable String account, boolean inPeriod,
			@Nullable String problem) {

	}

	/**
	 * The call.
	 *
	 * @param run the number of its run
	 * @param call its number within its verification
	 * @param reference the provider's id of the verification
	 * @param verdict what the verification came to
	 * @param atEdge whether it was made so close to an end of the period that the
	 * provider may count it to the next
	 */
	public record Charged(long run, long verification, int call, String kind, Instant sentAt,
			@Nullable String reference, @Nullable String verdict, boolean inPeriod, boolean atEdge) {

	}

}
