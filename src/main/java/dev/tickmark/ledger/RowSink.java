package dev.tickmark.ledger;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.InputRow;

/** Takes the rows of a payee file, in order. */
public interface RowSink {

	/**
	 * Takes a row that can be asked about.
	 * @param question what is asked
	 * @param fallback what another is asked when the first is unable to check; null when
	 * nothing
	 */
	void ask(InputRow row, Question question, @Nullable Question fallback) throws IOException;

	/** Takes a row that has a problem. */
	void reject(InputRow row) throws IOException;

}
