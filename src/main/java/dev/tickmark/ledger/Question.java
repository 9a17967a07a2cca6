package dev.tickmark.ledger;

import dev.tickmark.payee.ProviderName;

/**
 * What a provider is asked.
 *
 * @param provider who is asked
 * @param hash identifies the question: rows equal in it share one verification
 */
public record Question(ProviderName provider, byte[] hash) {

}
