package dev.tickmark.ledger;

/** What came of reading a verification back. */
public enum ReadBackResult implements ComparisonResult {

	/** The provider says what the ledger has. */
	AGREES(false),
	/** The provider says something else than it said then. */
	CHANGED(true),
	/** It was open here and is final there: now it is final here as well. */
	CONCLUDED(false),
	/** The provider has no final answer yet. */
	PENDING_THERE(false),
	/** The provider knows no such verification any more. */
	UNKNOWN_THERE(true),
	/** The provider's answer cannot be read, or it gave none. */
	NOT_READABLE(true);

	private final boolean difference;

	ReadBackResult(boolean difference) {
		this.difference = difference;
	}

	@Override
	public boolean isDifference() {
		return this.difference;
	}

}
