package dev.tickmark.ledger;

/** With whom the ledger is compared. */
public enum ReconciliationKind {

	/** With the providers themselves: what they answered is read back. */
	PROVIDERS("providers"),
	/** With a provider's statement of what it charges. */
	STATEMENT("statement"),
	/** With a bank's report on the payments of a run. */
	BANK_REPORT("bank-report");

	private final String written;

	ReconciliationKind(String written) {
		this.written = written;
	}

	/** As file names and reports write it. */
	public String written() {
		return this.written;
	}

}
