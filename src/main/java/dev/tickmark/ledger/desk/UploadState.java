package dev.tickmark.ledger.desk;

/** What became of an upload. */
public enum UploadState {

	/** It is there, and nothing was done with it. */
	BROUGHT,
	/** Its run waits for its turn, is at work, or was cut off and is continued. */
	STARTED,
	/**
	 * It cannot be verified as it was asked, or something was in the way before it had a
	 * run; nobody was called.
	 */
	REFUSED,
	/** A person has stopped its run, which can be continued. */
	STOPPED,
	/** Its run failed, and can be continued. */
	FAILED,
	/** Its run came to its end. */
	ENDED

}
