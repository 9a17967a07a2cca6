package dev.tickmark.intake;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a bank's report says of the message that it answers.
 *
 * @param originalMessageId the id of that message
 * @param originalMessageName its name, for example {@code pain.001.001.09}; some banks
 * leave the version away
 * @param originalPayments how many transactions were ordered in it
 * @param originalSum its control sum
 * @param status its status; the transactions that are listed tell better, and so do the
 * counts
 * @param counted how many transactions are counted by status code, also those that are
 * not listed: as the group counts them, else added up from the parts, never both; empty
 * when nothing is counted
 * @param parts the payment informations, the first {@value #MOST_PARTS} of them
 */
public record BankGroup(@Nullable String originalMessageId, @Nullable String originalMessageName,
		@Nullable Long originalPayments, @Nullable BigDecimal originalSum, @Nullable BankStatus status,
		Map<String, Long> counted, List<BankPart> parts) {

	/** So many parts are kept; the transactions in all others are read as well. */
	public static final int MOST_PARTS = 10_000;

	public BankGroup {
		counted = Collections.unmodifiableMap(new LinkedHashMap<>(counted));
		parts = List.copyOf(parts);
	}

}
