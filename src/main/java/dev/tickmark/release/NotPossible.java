package dev.tickmark.release;

/** Ends a transaction in which nothing is to change. */
final class NotPossible extends RuntimeException {

	private static final long serialVersionUID = 1;

	NotPossible(String why) {
		super(why, null, false, false);
	}

}
