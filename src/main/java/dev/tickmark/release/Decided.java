package dev.tickmark.release;

import org.jspecify.annotations.Nullable;

/** What becomes of a decision. */
public sealed interface Decided {

	/**
	 * It holds, and is in the audit table.
	 *
	 * @param trouble why the files do not show it yet, a sentence or two; null when they
	 * do
	 */
	record Done(@Nullable String trouble) implements Decided {

	}

	/**
	 * Nothing was decided.
	 *
	 * @param why a sentence or two
	 */
	record Refused(String why) implements Decided {

	}

}
