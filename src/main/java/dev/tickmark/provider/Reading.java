package dev.tickmark.provider;

import dev.tickmark.payee.Outcome;

/** What the latest call of a conversation amounts to. */
public sealed interface Reading {

	/** The conversation ends here for now. */
	record Done(Outcome outcome) implements Reading {

	}

	/**
	 * Another call follows at once: {@link Provider#next} says which.
	 *
	 * @param why a few words for the log
	 */
	record Further(String why) implements Reading {

	}

}
