package dev.tickmark.intake;

/** Takes the lines of a statement, one by one and in order. */
@FunctionalInterface
public interface StatementConsumer<X extends Exception> {

	void accept(StatementLine line) throws X;

}
