/** What waits for a person's release, what was decided, and close matches accepted. */
@NullMarked
package dev.tickmark.ledger.release;

import org.jspecify.annotations.NullMarked;
