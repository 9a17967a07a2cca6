package dev.tickmark.ledger.people;

/** What an API key is for; never more than its owner may do. */
public enum Scope {

	/** Runs, results and reports. */
	READ,

	/** Files, and that they are verified. */
	SUBMIT,

	/** What can be paid. */
	RELEASE

}
