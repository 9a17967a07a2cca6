package dev.tickmark.payee;

/** Whether the payee is a person or an organisation. */
public enum PayeeType {

	PERSONAL, BUSINESS

}
