package dev.tickmark.payee;

import org.jspecify.annotations.Nullable;

/**
 * A row's part in a question. Rows that ask the same of the same provider share one
 * verification.
 *
 * @param question tells the questions apart
 * @param rows how many rows ask it, this one included
 * @param firstLine the line of the first of them; null when this row is the first
 */
public record Sharing(long question, long rows, @Nullable Long firstLine) {

	/** Whether another row asks the same. */
	public boolean isShared() {
		return this.rows > 1;
	}

}
