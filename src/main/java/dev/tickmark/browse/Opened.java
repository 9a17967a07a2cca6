package dev.tickmark.browse;

/** What comes of asking for a file of a report. */
public sealed interface Opened {

	/** The file; whoever has it closes it. */
	record Ready(Download download) implements Opened {

	}

	/** There is none of this name. */
	record None() implements Opened {

	}

	/**
	 * It waits for a second person.
	 *
	 * @param why a sentence or two
	 */
	record Held(String why) implements Opened {

	}

}
