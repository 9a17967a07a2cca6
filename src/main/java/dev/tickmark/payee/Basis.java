package dev.tickmark.payee;

/** What a verdict rests on. */
public enum Basis {

	NAME_AND_ACCOUNT, REGISTRATION_ONLY, IDENTITY_DOCUMENT, OWNERSHIP

}
