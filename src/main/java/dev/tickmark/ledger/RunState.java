package dev.tickmark.ledger;

/** How a run stands. */
public enum RunState {

	/** A process works on it, or died doing so. */
	STARTED,
	/** Somebody stopped it; the same command continues it. */
	STOPPED,
	/** It failed; the same command continues it. */
	FAILED,
	/** It ended with rows still open; the same command goes on with those. */
	OPEN,
	/** Every row has a final verdict. */
	COMPLETE;

	/** Whether it came to its end, with rows still open or without. */
	public boolean hasEnded() {
		return switch (this) {
			case OPEN, COMPLETE -> true;
			case STARTED, STOPPED, FAILED -> false;
		};
	}

}
