package dev.tickmark;

import java.util.Locale;

/** What is killed. */
enum Victim {

	PROGRAM,
	/** The server's first process, or any one of the others. */
	DATABASE,
	/** The program and the server's first process. */
	BOTH,
	/** An outage of all five providers. */
	SANDBOX;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
