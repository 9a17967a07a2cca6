package dev.tickmark.ledger;

/** What the comparison with a bank's report says of a payment. */
public enum BankResult implements ComparisonResult {

	/** The bank says what the run says. */
	SAME(false),
	/** It is open here, so there is nothing to be compared yet. */
	OPEN_HERE(false),
	/** The bank says something else. */
	DIFFERENT_VERDICT(true),
	/** The bank says nothing that is clear. */
	NOT_CLEAR(true),
	/** The bank's report does not have the payment. */
	NOT_IN_REPORT(true),
	/** The run does not have the payment. */
	NOT_IN_RUN(true);

	private final boolean difference;

	BankResult(boolean difference) {
		this.difference = difference;
	}

	@Override
	public boolean isDifference() {
		return this.difference;
	}

}
