package dev.tickmark.sandbox;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What a verification came to, in one set of words for all simulated providers. That a
 * statement has such words is an assumption: no provider documents its own.
 */
enum Conclusion {

	MATCH, CLOSE_MATCH, NO_MATCH, ACCOUNT_NOT_FOUND, ACCOUNT_UNUSABLE, UNABLE_TO_CHECK,
	/** The data asked about were refused, though the question was taken in. */
	REFUSED,
	/** Not final, or nobody can tell what it is. */
	OPEN;

	/** As a statement writes it. */
	String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	static @Nullable Conclusion of(String word) {
		for (Conclusion conclusion : values()) {
			if (conclusion.word().equals(word)) {
				return conclusion;
			}
		}
		return null;
	}

}
