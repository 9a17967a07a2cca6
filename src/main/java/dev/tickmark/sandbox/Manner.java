package dev.tickmark.sandbox;

/** How a response is sent, or not. */
enum Manner {

	/** As it should be. */
	WHOLE,
	/** Not at all: the connection is closed. */
	CLOSED,
	/** Not at all: the connection stays open for a while. */
	SILENT,
	/** Half of it, though the whole was announced. */
	TRUNCATED,
	/** With white space at its end, until the client hangs up. */
	ENDLESS,
	/** A byte now and then. */
	DRIPPING,
	/** With a member of 10 MB in front. */
	PADDED

}
