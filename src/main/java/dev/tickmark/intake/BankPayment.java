package dev.tickmark.intake;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A transaction that a bank's report lists. Account, name and amount are those of the
 * order that the bank answers, as it repeats them.
 *
 * @param number which one it is in the file, counted from 1
 * @param line the line on which it begins
 * @param paymentInformation the id of the payment information that it is in
 * @param instructionId its instruction id; null when there is none
 * @param endToEndId its end-to-end id; null when there is none, NOTPROVIDED included
 * @param uetr its UETR in lower case
 * @param account the payee's IBAN, or another number of the account, without spaces and
 * hyphens and in upper case; not checked, as banks may mask it
 * @param name the payee's name in the order, never the one that the bank suggests
 * @param amount the amount of the order
 * @param currency its currency
 * @param status what the bank says; null when it says nothing
 * @param suggestedName the name that the bank suggests for a close match; null when it
 * suggests none, or none that can be told from other text with certainty
 * @param text all that the bank says in words, legal notices included
 */
public record BankPayment(long number, long line, @Nullable String paymentInformation, @Nullable String instructionId,
		@Nullable String endToEndId, @Nullable String uetr, @Nullable String account, @Nullable String name,
		@Nullable BigDecimal amount, @Nullable String currency, @Nullable BankStatus status,
		@Nullable String suggestedName, @Nullable String text) {

}
