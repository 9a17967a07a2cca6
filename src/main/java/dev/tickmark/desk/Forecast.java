package dev.tickmark.desk;

import java.util.List;

import dev.tickmark.verification.Plan;

/** What the run of an upload would be. */
public sealed interface Forecast {

	/**
	 * It would be so.
	 *
	 * @param remarks what a person should know of how the file is read, a sentence each
	 */
	record Made(Plan plan, List<String> remarks) implements Forecast {

	}

	/** It is not made yet; a sentence says why. Whoever asks again gets it then. */
	record Later(String why) implements Forecast {

	}

	/** It cannot be verified so; a sentence says why. */
	record Refused(String why) implements Forecast {

	}

}
