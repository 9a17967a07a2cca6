package dev.tickmark.ledger.people;

/**
 * What an API key is for; never more than its owner may do. No key releases what can be
 * paid: four eyes are those of two persons.
 */
public enum Scope {

	/** Runs, results and reports. */
	READ,

	/** Files, and that they are verified. */
	SUBMIT

}
