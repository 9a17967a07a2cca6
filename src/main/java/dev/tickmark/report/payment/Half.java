package dev.tickmark.report.payment;

/** One of the two messages that a payment message is split into. */
public enum Half {

	/** What can be paid. */
	PAYABLE("-P"),
	/** What cannot be paid as it is. */
	QUARANTINE("-Q");

	private final String suffix;

	Half(String suffix) {
		this.suffix = suffix;
	}

	/** What its message id ends with. */
	String suffix() {
		return this.suffix;
	}

}
