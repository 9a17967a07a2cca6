package dev.tickmark.payee;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row.
 *
 * @param column the header of the column at fault; null when it is the row as a whole
 * @param text one sentence that says what is wrong and what is expected, without any
 * whole account or document number
 */
public record Problem(@Nullable String column, String text) {

}
