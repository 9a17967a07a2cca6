package dev.tickmark.verification;

import dev.tickmark.ledger.Run;

/** What a command amounts to, once the ledger was looked at. */
sealed interface Begun {

	/**
	 * There is work to do.
	 *
	 * @param continued whether the run was begun before
	 */
	record Working(Run run, boolean continued) implements Begun {

	}

	/** The sandbox has answered it, and would not be asked now. */
	record Rehearsed(Run run) implements Begun {

	}

	/**
	 * It does not go on by its number.
	 *
	 * @param why a sentence that says what to do
	 */
	record Refused(String why) implements Begun {

	}

	/** The same content was verified already, every row of it. */
	record Complete(Run run) implements Begun {

	}

}
