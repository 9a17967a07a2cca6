package dev.tickmark.reconciliation;

/** What came of one try. */
sealed interface ReadBackTurn {

	record Settled(Compared compared) implements ReadBackTurn {

	}

	/**
	 * To be tried again.
	 *
	 * @param otherwise what is said when nothing is left to try
	 * @param counts whether it was one of the attempts
	 */
	record Again(Compared otherwise, boolean counts) implements ReadBackTurn {

	}

	/** Nobody is asked any more. */
	record Nobody() implements ReadBackTurn {

	}

}
