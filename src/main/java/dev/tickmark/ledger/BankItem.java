package dev.tickmark.ledger;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A payment as the run and as the bank's report have it.
 *
 * @param rule by which the two were found to belong together; null when nothing was
 * @param line the row's line in the payee file; null when the run does not have it
 * @param reportLine its line in the report; null when it is not listed there
 * @param code what the run says
 * @param bankCode what the bank says
 */
public record BankItem(BankResult result, @Nullable String rule, @Nullable Long line, @Nullable Long reportLine,
		@Nullable String endToEndId, @Nullable String account, @Nullable String name, @Nullable BigDecimal amount,
		@Nullable String code, @Nullable String bankCode, @Nullable String suggestedName) {

}
