/** What people gave to be verified, as the ledger knows it. */
@NullMarked
package dev.tickmark.ledger.desk;

import org.jspecify.annotations.NullMarked;
