/** PostgreSQL: the runs, rows, verifications and calls, and the only SQL there is. */
@NullMarked
package dev.tickmark.ledger;

import org.jspecify.annotations.NullMarked;
