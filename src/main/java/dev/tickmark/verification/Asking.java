package dev.tickmark.verification;

import java.time.Instant;
import java.time.ZoneId;

import dev.tickmark.verification.definition.Deadline;

/**
 * How a run came to be worked on.
 *
 * @param at when a person asked for it
 * @param begun when the work on it began, which may be later; not when it was taken up
 * again after it was cut off
 */
public record Asking(Instant at, Instant begun) {

	/** What a deadline means for it: the same however often it is taken up. */
	public Deadline moment(Deadline said) {
		return Deadline.of(said.from(this.at.atZone(ZoneId.systemDefault()), this.begun));
	}

}
