package dev.tickmark.ledger;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A row of a run as a bank knows it.
 *
 * @param account its IBAN or account number, letters and digits only
 * @param code what the run's own status report says of it
 */
public record BankRow(long number, long line, @Nullable String paymentInformation, @Nullable String instructionId,
		@Nullable String endToEndId, @Nullable String uetr, @Nullable String account, @Nullable String name,
		@Nullable BigDecimal amount, String code) {

}
