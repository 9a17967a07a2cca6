package dev.tickmark.ledger;

/** What the comparison of a statement with the journal says of a line or a call. */
public enum StatementResult implements ComparisonResult {

	/** The line charges a call that was made, as it was made. */
	MATCHED(false),
	/** No call fits the line. */
	ON_STATEMENT_ONLY(true),
	/** No line charges the call. */
	IN_JOURNAL_ONLY(true),
	/** Another line charges the same call. */
	CHARGED_TWICE(true),
	/** The line says that something else came of it. */
	DIFFERENT_RESULT(true),
	/** The line has another price than was agreed. */
	DIFFERENT_PRICE(true),
	/** The line, or the call that it charges, is not of the period. */
	OUTSIDE_PERIOD(true),
	/** The line cannot be read. */
	UNREADABLE_LINE(true);

	private final boolean difference;

	StatementResult(boolean difference) {
		this.difference = difference;
	}

	@Override
	public boolean isDifference() {
		return this.difference;
	}

}
