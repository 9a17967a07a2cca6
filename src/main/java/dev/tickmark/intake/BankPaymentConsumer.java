package dev.tickmark.intake;

/** Takes the transactions that a bank's report lists, one by one and in order. */
@FunctionalInterface
public interface BankPaymentConsumer<X extends Exception> {

	void accept(BankPayment payment) throws X;

}
