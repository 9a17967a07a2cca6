package dev.tickmark.ledger;

import java.io.IOException;

import dev.tickmark.payee.InputRow;
import dev.tickmark.payee.ProviderName;

/** Takes the rows of a payee file, in order. */
public interface RowSink {

	/**
	 * Takes a row that can be asked about.
	 * @param question identifies the question: rows equal in it share one verification
	 */
	void ask(InputRow row, ProviderName provider, byte[] question) throws IOException;

	/** Takes a row that has a problem. */
	void reject(InputRow row) throws IOException;

}
