package dev.tickmark.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Verdict;

/**
 * A line of a provider's statement.
 *
 * @param number counts the lines, from 1
 * @param line its line in the file
 * @param reference the provider's id of the verification
 * @param requestId what we called the request
 * @param chargedAt when it came about
 * @param kind the kind of call it charges; null when its word is not known
 * @param kindWritten its kind as it is written; may be empty
 * @param result its result as it is written
 * @param meaning the verdicts that its result means; empty when that is not known
 * @param price what it costs
 * @param account the account that was asked about, perhaps with asterisks in it
 * @param name the name that was asked about
 * @param inPeriod whether its time is in the period that is compared
 * @param problem why it cannot be read; null when it can
 */
public record StatementEntry(long number, long line, @Nullable String reference, @Nullable String requestId,
		@Nullable Instant chargedAt, @Nullable CallKind kind, String kindWritten, @Nullable String result,
		Set<Verdict> meaning, @Nullable BigDecimal price, @Nullable String currency, @Nullable String account,
		@Nullable String name, boolean inPeriod, @Nullable String problem) {

	public StatementEntry {
		meaning = Set.copyOf(meaning);
	}

}
