package dev.tickmark.sandbox;

/** Which of a provider's calls are meant. */
enum Calls {

	/** All but the requests for tokens. */
	ALL,
	/** Those that ask the question and are charged. */
	SUBMISSIONS,
	/** Those that read an answer back. */
	READS,
	/** The requests for access tokens. */
	TOKENS;

	/** Whether a call of this sort is meant. */
	boolean include(Calls sort) {
		return this == sort || (this == ALL && sort != TOKENS);
	}

}
