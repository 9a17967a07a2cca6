package dev.tickmark.payee;

/**
 * Who was asked about a row before the provider that it fell back to.
 *
 * @param provider who was unable to check it
 * @param reason why, in a sentence
 */
public record FirstAsked(ProviderName provider, String reason) {

}
