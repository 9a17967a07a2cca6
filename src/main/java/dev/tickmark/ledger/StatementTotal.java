package dev.tickmark.ledger;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * Both sides of a statement, of one kind or of one day.
 *
 * @param label which kind, or which day; empty where the lines do not say
 * @param lines how many lines can be read
 * @param amount what they cost together; null when none says
 * @param calls how many calls were surely made, or have a line
 */
public record StatementTotal(String label, long lines, @Nullable BigDecimal amount, long calls) {

}
