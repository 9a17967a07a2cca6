package dev.tickmark.ledger;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A process that holds a lock.
 *
 * @param name the process and its machine, in words: {@code tickmark process 123 on host}
 * @param since when it connected; null when the database does not tell us
 */
public record Owner(String name, @Nullable Instant since) {

}
