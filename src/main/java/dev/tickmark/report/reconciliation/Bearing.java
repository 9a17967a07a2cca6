package dev.tickmark.report.reconciliation;

/** What a result says of the question whether both sides agree. */
enum Bearing {

	/** They do. */
	AGREEMENT("\u2713"),

	/** They do since the reconciliation itself concluded what was open. */
	CONCLUDED("\u2713"),

	/** Nobody knows yet: one of them has nothing final. */
	OPEN("?"),

	/** They do not. */
	DIFFERENCE("\u2260");

	/** Tells it without any colour. */
	private final String sign;

	Bearing(String sign) {
		this.sign = sign;
	}

	String sign() {
		return this.sign;
	}

}
