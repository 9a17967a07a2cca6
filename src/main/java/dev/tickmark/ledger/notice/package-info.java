/** What is told, and to whom, as the ledger knows it. */
@NullMarked
package dev.tickmark.ledger.notice;

import org.jspecify.annotations.NullMarked;
