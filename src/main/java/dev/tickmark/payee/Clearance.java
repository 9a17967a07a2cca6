package dev.tickmark.payee;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** Whether what can be paid of a run may be handed out. */
public sealed interface Clearance {

	/** Nobody has to release it. */
	record NotNeeded() implements Clearance {

	}

	/**
	 * It waits for a second person.
	 *
	 * @param refused who has refused to release it as it is now; null when nobody has
	 * @param before who has released it as it was before, with other rows; null when
	 * nobody has
	 */
	record Held(@Nullable Decision refused, @Nullable Decision before) implements Clearance {

	}

	/** It was released as it is now. */
	record Released(Decision by) implements Clearance {

	}

	/**
	 * What a person has decided.
	 *
	 * @param by the login name
	 * @param comment what the person said to it; null when nothing
	 * @param rows how many rows could be paid then
	 */
	record Decision(String by, Instant at, @Nullable String comment, long rows) {

	}

	/** Whether the payable half stays away. */
	default boolean isHeld() {
		return this instanceof Held;
	}

}
