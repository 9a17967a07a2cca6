package dev.tickmark.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The one character that PostgreSQL's text cannot hold; for the rooms within this one.
 */
public final class Nul {

	private Nul() {
	}

	/** With another character in its place. */
	public static @Nullable String replaced(@Nullable String text) {
		return (text != null) ? text.replace('\0', '\uFFFD') : null;
	}

}
