/** Compares the ledger with what others say: providers, their statements, and banks. */
@NullMarked
package dev.tickmark.reconciliation;

import org.jspecify.annotations.NullMarked;
