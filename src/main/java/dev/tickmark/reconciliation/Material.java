package dev.tickmark.reconciliation;

/** What the ledger is compared with. */
sealed interface Material {

	/** The providers' own record, read back. */
	record OwnRecord() implements Material {

	}

}
