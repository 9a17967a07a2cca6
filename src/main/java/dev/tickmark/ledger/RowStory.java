package dev.tickmark.ledger;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Payee;
import dev.tickmark.payee.Problem;

/**
 * All that the ledger knows of one row.
 *
 * @param place where it stands
 * @param fields its fields as they were read
 * @param payee the payee as it was understood; null when there is a problem
 * @param problem why it was never asked about; null when it was or will be
 * @param question what was asked; null when there is a problem
 * @param first what another provider was asked before, that was unable to check; null
 * when none was
 */
public record RowStory(RowPlace place, List<String> fields, @Nullable Payee payee, @Nullable Problem problem,
		@Nullable QuestionStory question, @Nullable QuestionStory first) {

	/** The line on which it begins. */
	public long line() {
		return this.place.line();
	}

	/** Without the fields: they are the payee's details. */
	@Override
	public String toString() {
		return "RowStory[place=" + this.place + ", problem=" + this.problem + "]";
	}

}
