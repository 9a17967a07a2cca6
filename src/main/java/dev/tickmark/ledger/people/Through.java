package dev.tickmark.ledger.people;

/** The way by which a person came. */
public enum Through {

	/** A command, on the machine itself. */
	CONSOLE,

	/** The pages. */
	WEB,

	/** A program with an API key. */
	API

}
