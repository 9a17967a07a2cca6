package dev.tickmark.ledger.people;

/** What a person can do that is worth remembering. */
public enum ActKind {

	SIGN_IN, SIGN_IN_REFUSED, SIGN_OUT,

	UPLOAD,

	/** A run was asked for; it has no number yet, and may never have one. */
	START_ASKED,

	/** The run that was asked for has its number. */
	START, STOP, CONTINUE,

	/** What is proposed to everybody for files with the same header. */
	CHOOSE_COLUMNS,

	/** A file that was not started is gone before its time. */
	REMOVE_UPLOAD,

	/** A file of payable rows may be paid. */
	RELEASE, REFUSE_RELEASE,

	/** An accepted close match that counts for later runs as well, and its end. */
	REMEMBER_MATCH, FORGET_MATCH,

	DOWNLOAD,

	/** The files of a report were written once more. */
	WRITE_REPORT,

	/** Links that let in whoever has them were shown. */
	ACTION_LINKS_SHOWN,

	PERSON_ADDED, ROLES_CHANGED, PASSWORD_CHANGED, PERSON_DISABLED, PERSON_ENABLED,

	/** An account at an identity provider became a person's, and is it no longer. */
	IDENTITY_BOUND, IDENTITY_FORGOTTEN,

	KEY_MADE, KEY_REVOKED

}
