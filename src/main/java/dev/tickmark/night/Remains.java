package dev.tickmark.night;

/** What remains to be done with a file in this night. */
enum Remains {

	/** Nothing: it was put away, or is left to persons. */
	NOTHING,

	/** All of it was asked, and some of it waits for what is due later. */
	WAITS,

	/** It did not come to its end, which may be otherwise in a while. */
	AGAIN

}
