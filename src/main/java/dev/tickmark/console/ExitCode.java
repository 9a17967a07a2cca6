package dev.tickmark.console;

/** What the process tells its caller. */
final class ExitCode {

	/** Every row has a final verdict, whatever it is. */
	static final int COMPLETE = 0;

	/** The run failed or was stopped; the same command continues it. */
	static final int UNFINISHED = 1;

	/** Wrong usage, an unreadable file or missing configuration; nothing was called. */
	static final int REFUSED = 2;

	/** The run ended with rows still open. */
	static final int ROWS_OPEN = 3;

	/** What was held against each other does not agree. */
	static final int DIFFERENCES = 3;

	private ExitCode() {
	}

}
