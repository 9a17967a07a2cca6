package dev.tickmark.payee;

/** Whether the account is of the type that was asked for, personal or business. */
public enum AccountTypeMatch {

	YES, NO, UNKNOWN

}
