package dev.tickmark.ledger.people;

/**
 * What a person is here for; one may have several. What each may do is said in the room
 * people.
 */
public enum Role {

	/** Sees runs and results. */
	VIEWER,

	/** Brings files and has them verified. */
	UPLOADER,

	/** Releases what can be paid. */
	RELEASER,

	/** Manages persons and keys. */
	ADMINISTRATOR,

	/** Reads everything and changes nothing. */
	AUDITOR

}
