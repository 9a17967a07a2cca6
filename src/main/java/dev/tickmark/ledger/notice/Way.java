package dev.tickmark.ledger.notice;

/** How a notice reaches somebody. */
public enum Way {

	/** An e-mail, to an address. */
	MAIL,
	/** A call of a program, at an address. */
	WEBHOOK

}
