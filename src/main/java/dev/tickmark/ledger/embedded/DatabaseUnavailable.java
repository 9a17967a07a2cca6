package dev.tickmark.ledger.embedded;

import org.jspecify.annotations.Nullable;

/**
 * The embedded database cannot be used. The message is written for the operator: which
 * folder, what is wrong, what to read or do. It needs no stack trace beside it.
 */
public final class DatabaseUnavailable extends Exception {

	DatabaseUnavailable(String message) {
		this(message, null);
	}

	DatabaseUnavailable(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
