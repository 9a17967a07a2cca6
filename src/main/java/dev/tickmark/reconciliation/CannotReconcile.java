package dev.tickmark.reconciliation;

/** Why something cannot be compared, a sentence that says what to do. */
class CannotReconcile extends Exception {

	CannotReconcile(String why) {
		super(why);
	}

}
