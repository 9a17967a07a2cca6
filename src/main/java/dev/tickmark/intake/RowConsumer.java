package dev.tickmark.intake;

import dev.tickmark.payee.InputRow;

/** Takes the rows of a payee file, one by one and in order. */
@FunctionalInterface
public interface RowConsumer<X extends Exception> {

	void accept(InputRow row) throws X;

}
