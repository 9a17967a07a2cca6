package dev.tickmark.verification;

import dev.tickmark.payee.Problem;

/**
 * A row that would be rejected without a call.
 *
 * @param line the line of the file on which it begins, from 1
 */
public record Rejection(long line, Problem problem) {

}
