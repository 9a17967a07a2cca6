package dev.tickmark.people;

/** What somebody may do. */
public enum Permission {

	/** That there are runs, who started them, how far they are; schedules. */
	SEE_RUNS,

	/** The rows of a run with their verdicts, and a row's whole story. */
	SEE_RESULTS,

	DOWNLOAD_REPORTS,

	/** Links with which whoever has them can act for the payee. */
	SEE_ACTION_LINKS,

	/** Bring a payee file, and say which of its columns are which. */
	UPLOAD,

	/** Start, stop and continue a run. */
	RUN,

	/** Release what can be paid, or refuse to. */
	RELEASE,

	/** Accept a close match for later runs as well. */
	REMEMBER_MATCHES,

	/** Add and disable persons, change their roles, set their passwords. */
	MANAGE_PEOPLE,

	/** Make and revoke API keys. */
	MANAGE_KEYS,

	/** What persons did. */
	SEE_AUDIT

}
