package dev.tickmark.ledger.night;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How the nights of a job stand.
 *
 * @param settled until when everything that was due is dealt with
 * @param begun the due time of the night that was begun and has not ended; null when
 * there is none
 */
public record Standing(Instant settled, @Nullable Instant begun) {

}
