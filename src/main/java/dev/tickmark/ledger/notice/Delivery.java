package dev.tickmark.ledger.notice;

/**
 * A notice that is to be delivered to somebody.
 *
 * @param id its number
 * @param target the address
 * @param attempts how often it was tried, with this time
 */
public record Delivery(long id, Notice notice, String target, int attempts) {

}
