/** The rows of a run as persons look at them: found, sorted, counted, page by page. */
@NullMarked
package dev.tickmark.ledger.browse;

import org.jspecify.annotations.NullMarked;
