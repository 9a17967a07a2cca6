/** What jobs do by themselves, as the ledger knows it. */
@NullMarked
package dev.tickmark.ledger.night;

import org.jspecify.annotations.NullMarked;
