package dev.tickmark.intake;

/**
 * What was read of a payee file.
 *
 * @param rows all rows, the rejected ones included
 * @param rejected the rows with a problem
 */
public record Totals(long rows, long rejected) {

}
