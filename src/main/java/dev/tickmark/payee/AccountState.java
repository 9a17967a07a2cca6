package dev.tickmark.payee;

/** What is known of the account itself. */
public enum AccountState {

	ACTIVE, INACTIVE, CLOSED, NOT_FOUND, RESTRICTED, UNKNOWN

}
