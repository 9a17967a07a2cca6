package dev.tickmark.ledger.release;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.RunState;
import dev.tickmark.payee.Clearance;

/**
 * A run whose payable half a second person has to release.
 *
 * @param fileName the payee file's name
 * @param sandbox whether the run is a rehearsal
 * @param refused who has refused it as it is now; null when nobody has, or it was
 * released since
 * @param released who has released it as it is now; null when nobody has
 */
public record Releasable(PayableHalf half, String fileName, RunState state, boolean sandbox,
		Clearance.@Nullable Decision refused, Clearance.@Nullable Decision released) {

}
