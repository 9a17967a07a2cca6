package dev.tickmark.ledger.notice;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What has not reached anybody in one way.
 *
 * @param waiting how many deliveries are still tried
 * @param since when the oldest of these was written; null when none waits
 * @param givenUp how many were given up, of the notices of the last two weeks
 * @param latestError why the latest attempt at one of them came to nothing; null when
 * none was made
 */
public record Outstanding(Way way, long waiting, @Nullable Instant since, long givenUp, @Nullable String latestError) {

}
