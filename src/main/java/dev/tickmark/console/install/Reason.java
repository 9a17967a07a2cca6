package dev.tickmark.console.install;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;

/** Says in words what some exceptions tell by their class alone. */
final class Reason {

	private Reason() {
	}

	static String of(IOException failure) {
		return switch (failure) {
			case AccessDeniedException ex -> "no access to " + ex.getFile() + ".";
			case FileAlreadyExistsException ex -> ex.getFile() + " is in the way.";
			case FileSystemException ex when ex.getReason() != null -> ex.getFile() + ": " + ex.getReason() + ".";
			default -> failure.getMessage() + ".";
		};
	}

}
