/** Payee files to rows: the format found out, every row checked and normalised. */
@NullMarked
package dev.tickmark.intake;

import org.jspecify.annotations.NullMarked;
