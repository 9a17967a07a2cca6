package dev.tickmark.release;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.people.Deed;

/** What a person says to a decision. */
final class Comment {

	static final String TOO_LONG = "The comment is longer than " + Deed.LONGEST_COMMENT + " characters: shorten it.";

	private Comment() {
	}

	/** Without spaces around it; null when nothing is left. */
	static @Nullable String of(@Nullable String said) {
		String plain = (said != null) ? said.replace('\0', ' ').strip() : "";
		return plain.isEmpty() ? null : plain;
	}

	/** Whether it fits, counted as the database counts. */
	static boolean fits(@Nullable String comment) {
		return comment == null || comment.codePointCount(0, comment.length()) <= Deed.LONGEST_COMMENT;
	}

}
