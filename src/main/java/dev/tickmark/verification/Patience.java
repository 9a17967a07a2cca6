package dev.tickmark.verification;

/** For how long a run waits for what is due later, when nothing else is to be asked. */
public enum Patience {

	/** Until its deadline; without one as with {@link #SOON}. */
	UNTIL_DEADLINE,

	/** As long as what is due next is due within one delay of the rechecks. */
	SOON,

	/** For one delay of the rechecks from its beginning: somebody comes back to it. */
	BRIEFLY

}
