package dev.tickmark.people;

import java.time.Instant;

import dev.tickmark.ledger.people.Person;

/** What becomes of an attempt to sign in. */
public sealed interface SignInResult {

	/** It is this person. */
	record SignedIn(Person person) implements SignInResult {

	}

	/**
	 * Name and password do not fit; why exactly is nobody's business who does not know.
	 */
	record Refused() implements SignInResult {

	}

	/**
	 * There were too many attempts, so this one was not looked at.
	 *
	 * @param until when to try again
	 */
	record Wait(Instant until) implements SignInResult {

	}

}
