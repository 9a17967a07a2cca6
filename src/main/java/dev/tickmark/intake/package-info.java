/**
 * Payee files to rows: the format found out, every row checked and normalised; and what a
 * bank says of a payment file.
 */
@NullMarked
package dev.tickmark.intake;

import org.jspecify.annotations.NullMarked;
