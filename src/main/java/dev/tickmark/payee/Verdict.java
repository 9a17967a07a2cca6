package dev.tickmark.payee;

/** The answer for one row of a payee file. */
public enum Verdict {

	/** A provider confirmed it, explicitly. */
	MATCH(true),
	/** A similar name, or the right name on the other type of account. */
	CLOSE_MATCH(true),
	/** Checked, and it does not agree. */
	NO_MATCH(true),
	/** The holder's institution knows no such account. */
	ACCOUNT_NOT_FOUND(true),
	/** The account exists but is inactive, dormant, closed or moved. */
	ACCOUNT_UNUSABLE(true),
	/** Nobody could say: opted out, not supported, or the responder kept silent. */
	UNABLE_TO_CHECK(true),
	/** The provider is still working, or was not asked before the deadline. */
	PENDING(false),
	/** A person has to act before the provider can say. */
	ACTION_REQUIRED(false),
	/** Our data is malformed or was refused; the same row fails again. */
	REJECTED_INPUT(true),
	/** A fault of technology or configuration that says nothing about the payee. */
	PROVIDER_ERROR(false);

	private final boolean last;

	Verdict(boolean last) {
		this.last = last;
	}

	/** Whether a row with this verdict needs no more asking. */
	public boolean isFinal() {
		return this.last;
	}

}
