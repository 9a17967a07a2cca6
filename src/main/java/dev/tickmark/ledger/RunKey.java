package dev.tickmark.ledger;

/**
 * What makes two commands mean the same run: the content, the job, and whether the
 * answers are the sandbox's. A sandbox's verdict must never stand in for a real one.
 *
 * @param sha256 the SHA-256 of the file's content, in hexadecimal
 * @param job the name of the job definition
 * @param sandbox whether the sandbox answers
 */
public record RunKey(String sha256, String job, boolean sandbox) {

	/** The name of the lock that a process holds while it works on such a run. */
	public String lock() {
		return "run/" + this.sha256 + "/" + this.job + "/" + this.sandbox;
	}

}
