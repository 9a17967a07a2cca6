package dev.tickmark.ledger.release;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.AcceptedMatch;

/**
 * A close match that a person has accepted for later runs.
 *
 * @param sandbox whether it holds in rehearsals, and in nothing else
 * @param run the number of the run it was accepted in
 * @param row the row it was accepted for
 * @param endedAt since when it holds no longer, by a person or because it expired; null
 * while nobody has noticed
 * @param endedBy the person; null when nobody has ended it
 */
public record RememberedMatch(long id, String provider, boolean sandbox, long run, RowAt row, AcceptedMatch accepted,
		@Nullable Instant endedAt, @Nullable String endedBy) {

	/** Whether it holds for what is answered then. */
	public boolean holdsAt(Instant moment) {
		return this.endedAt == null && moment.isBefore(this.accepted.until());
	}

}
