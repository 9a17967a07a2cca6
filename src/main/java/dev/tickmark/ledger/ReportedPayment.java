package dev.tickmark.ledger;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A payment that a bank's report lists.
 *
 * @param code what the bank says of it; null when it says nothing
 * @param decided whether that says what became of the verification
 * @param suggestedName the name that the bank suggests
 */
public record ReportedPayment(long number, long line, @Nullable String paymentInformation,
		@Nullable String instructionId, @Nullable String endToEndId, @Nullable String uetr, @Nullable String account,
		@Nullable String name, @Nullable BigDecimal amount, @Nullable String currency, @Nullable String code,
		boolean decided, @Nullable String suggestedName) {

}
