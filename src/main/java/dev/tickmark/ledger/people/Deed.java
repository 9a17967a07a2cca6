package dev.tickmark.ledger.people;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.Nul;

/**
 * What was done.
 *
 * @param run the number of the run it was done to, if it was one
 * @param subject what else it was done to: a file's name, a person's login name, a report
 * @param comment what the person said to it, or what there is to know
 */
public record Deed(ActKind kind, @Nullable Long run, @Nullable String subject, @Nullable String comment) {

	/** Longer than the name of any file. */
	public static final int LONGEST_SUBJECT = 400;

	public static final int LONGEST_COMMENT = 2000;

	public Deed {
		subject = Nul.replaced(subject);
		comment = Nul.replaced(comment);
		if (length(subject) > LONGEST_SUBJECT) {
			throw new IllegalArgumentException("a subject of " + length(subject) + " characters");
		}
		if (length(comment) > LONGEST_COMMENT) {
			throw new IllegalArgumentException("a comment of " + length(comment) + " characters");
		}
	}

	public static Deed of(ActKind kind) {
		return new Deed(kind, null, null, null);
	}

	public static Deed to(ActKind kind, String subject) {
		return new Deed(kind, null, subject, null);
	}

	public Deed saying(@Nullable String comment) {
		return new Deed(this.kind, this.run, this.subject, comment);
	}

	private static int length(@Nullable String text) {
		// as the database counts
		return (text != null) ? text.codePointCount(0, text.length()) : 0;
	}

}
