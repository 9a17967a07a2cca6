package dev.tickmark.people;

import dev.tickmark.ledger.people.Person;

/** What becomes of a change of who may do what. */
public sealed interface Changed {

	/** It is so now, or was before. */
	record Done(Person person) implements Changed {

	}

	/**
	 * Nothing was changed.
	 *
	 * @param why a sentence or two
	 */
	record Refused(String why) implements Changed {

	}

}
