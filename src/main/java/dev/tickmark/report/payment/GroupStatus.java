package dev.tickmark.report.payment;

import java.util.Map;

/**
 * What a status report says of a message or of a payment within it: codes of ISO 20022's
 * external code set of payment group statuses.
 */
enum GroupStatus {

	/** All are verified without mismatching data. */
	RCVC,
	/** All are verified, and some have another status than that. */
	RVCM,
	/**
	 * Some are pending. RVNC, "not yet completed", would fit as well, but some take it
	 * for the last word; PDNG says that another status follows, as the transactions do.
	 */
	PDNG;

	static GroupStatus of(Map<TransactionStatus, Tally> transactions) {
		if (transactions.containsKey(TransactionStatus.PDNG)) {
			return PDNG;
		}
		boolean clean = transactions.keySet().stream().allMatch((status) -> status == TransactionStatus.RCVC);
		return clean ? RCVC : RVCM;
	}

}
