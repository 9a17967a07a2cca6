package dev.tickmark.verification.definition;

import org.yaml.snakeyaml.error.Mark;

/**
 * A job definition that cannot be used. The message is one sentence that names the file,
 * the line and the column, and says what to do.
 */
public class BadDefinition extends Exception {

	BadDefinition(String file, String what) {
		super(file + ": " + what);
	}

	BadDefinition(String file, Mark place, String what) {
		super(file + ", line " + (place.getLine() + 1) + ", column " + (place.getColumn() + 1) + ": " + what);
	}

}
