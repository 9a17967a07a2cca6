package dev.tickmark.console.install;

import org.jspecify.annotations.Nullable;

/**
 * The program could not be installed; what was installed before is as it was. The message
 * is a sentence for the person who tried.
 */
public final class NotInstalled extends Exception {

	private final boolean asked;

	private NotInstalled(String message, boolean asked, @Nullable Throwable cause) {
		super(message, cause);
		this.asked = asked;
	}

	/** What was asked for cannot be done: the same command will not do it either. */
	static NotInstalled wrong(String message) {
		return new NotInstalled(message, true, null);
	}

	/** It went wrong on the way. */
	static NotInstalled failed(String message, @Nullable Throwable cause) {
		return new NotInstalled(message, false, cause);
	}

	/** Whether something else has to be asked for. */
	public boolean isWrongUsage() {
		return this.asked;
	}

}
