package dev.tickmark.web;

/** A person in a browser. */
sealed interface PersonCaller extends Caller permits SignedIn, OidcPerson {

	/** The person, as it was when it signed in. */
	SignedIn person();

}
