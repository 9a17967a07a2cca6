package dev.tickmark.ledger;

import org.jspecify.annotations.Nullable;

/** The one character that PostgreSQL's text cannot hold. */
final class Nul {

	private Nul() {
	}

	/** With another character in its place. */
	static @Nullable String replaced(@Nullable String text) {
		return (text != null) ? text.replace('\0', '\uFFFD') : null;
	}

}
