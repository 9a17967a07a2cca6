package dev.tickmark.payee;

/** How the name given compares with the holder's. */
public enum NameMatch {

	FULL, PARTIAL, NONE, NOT_CHECKED

}
