package dev.tickmark.verification.definition;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tickmark.intake.Input;
import dev.tickmark.intake.StatementMapping;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.RouteRule;

/**
 * What is to be done with a payee file, or how a provider's statement is read.
 *
 * @param name its name, that of its file without the ending
 * @param text the definition as it was written: a run keeps it
 * @param description what it is for; null when it does not say
 * @param input how files are read
 * @param routing the rules before those that the program has anyway, in order
 * @param recheck what it says of rechecks; what it leaves open is set elsewhere
 * @param deadline when a run must be over; null when it does not say
 * @param payable the verdicts with which a row may be paid
 * @param fourEyes whether a second person has to release what can be paid
 * @param reports which reports are written, and where
 * @param reuseWithin how old a MATCH of another run may be to be reused; null: none is
 * @param nightly what it does by itself; null: nothing
 * @param statement how statements are read; null when it is a definition of payee files
 */
public record JobDefinition(String name, String text, @Nullable String description, Input input,
		List<RouteRule> routing, Recheck recheck, @Nullable Deadline deadline, Set<Verdict> payable, boolean fourEyes,
		Reports reports, @Nullable Duration reuseWithin, @Nullable Nightly nightly,
		@Nullable StatementMapping statement) {

	public JobDefinition {
		routing = List.copyOf(routing);
		payable = Collections.unmodifiableSet(EnumSet.copyOf(payable));
	}

	/**
	 * Looks whether payee files can be read by it.
	 * @throws BadDefinition when it is a definition of a statement
	 */
	public void requirePayees() throws BadDefinition {
		if (this.statement != null) {
			throw wrong(
					"this is a definition of a statement, for tickmark reconcile --statement. Name a definition of payee"
							+ " files, or leave --job out.");
		}
	}

	/**
	 * How statements are read by it.
	 * @throws BadDefinition when it is a definition of payee files
	 */
	public StatementMapping requireStatement() throws BadDefinition {
		if (this.statement == null) {
			throw wrong("the key statement is missing: this is a definition of payee files, for tickmark verify. Name a"
					+ " definition with the key statement.");
		}
		return this.statement;
	}

	/** What is wrong with it as a whole. */
	public BadDefinition wrong(String what) {
		return new BadDefinition("jobs/" + this.name + ".yaml", what);
	}

	/**
	 * How rechecks go; null leaves it to the settings.
	 *
	 * @param firstDelay the time before the first
	 * @param factor by how much each following delay is longer
	 * @param maxDelay the longest delay
	 * @param maxAttempts how many failed attempts end the asking
	 */
	public record Recheck(@Nullable Duration firstDelay, @Nullable Double factor, @Nullable Duration maxDelay,
			@Nullable Integer maxAttempts) {

		static final Recheck AS_SET = new Recheck(null, null, null, null);

	}

}
