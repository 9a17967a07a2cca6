package dev.tickmark.reconciliation;

/** Not everything could be compared this time; the same command goes on. */
class Incomplete extends Exception {

	Incomplete(String why) {
		super(why);
	}

}
