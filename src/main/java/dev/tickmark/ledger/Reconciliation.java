package dev.tickmark.ledger;

import java.nio.file.Path;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One comparison of the ledger with what others say, until it is complete.
 *
 * @param id the number people know it by
 * @param state how it stands; never OPEN
 * @param message why it stands so, if there is something to say
 * @param reports the folder of its reports
 * @param pass counts the jobs that were begun for it, from 1
 * @param term how often a process has taken it up, from 1: the latest one is its owner
 * @param items how many items there are to compare; null until they are all there
 * @param createdAt when it was first started
 * @param changedAt when its state last changed
 */
public record Reconciliation(long id, Subject subject, RunState state, @Nullable String message, Path reports, int pass,
		int term, @Nullable Long items, Instant createdAt, Instant changedAt) {

}
