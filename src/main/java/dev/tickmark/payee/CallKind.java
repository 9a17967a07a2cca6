package dev.tickmark.payee;

/** What a call is for. */
public enum CallKind {

	SUBMIT, STATUS, SESSION, LIST

}
