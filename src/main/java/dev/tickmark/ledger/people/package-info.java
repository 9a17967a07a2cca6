/** Who may sign in, with which keys programs come, and what persons did. */
@NullMarked
package dev.tickmark.ledger.people;

import org.jspecify.annotations.NullMarked;
