/** The PostgreSQL server that comes along, for when no other database is configured. */
@NullMarked
package dev.tickmark.ledger.embedded;

import org.jspecify.annotations.NullMarked;
