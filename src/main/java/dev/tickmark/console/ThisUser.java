package dev.tickmark.console;

import dev.tickmark.ledger.people.Actor;

/** Who gives commands. */
final class ThisUser {

	private ThisUser() {
	}

	/** As whom the operating system knows the person. */
	static Actor actor() {
		return Actor.console(System.getProperty("user.name", "unknown"));
	}

}
