package dev.tickmark.intake;

/** What a rule says about one value. */
sealed interface Checked {

	/** It is in order; this is its normalised form. */
	record Good(String value) implements Checked {

	}

	/** It is not; one sentence says why. */
	record Bad(String why) implements Checked {

	}

}
