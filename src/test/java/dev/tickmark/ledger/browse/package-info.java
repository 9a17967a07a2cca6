@NullMarked
package dev.tickmark.ledger.browse;

import org.jspecify.annotations.NullMarked;
