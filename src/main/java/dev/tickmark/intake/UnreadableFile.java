package dev.tickmark.intake;

import java.nio.file.Path;

/**
 * A payee file, or a bank's report, that cannot be taken in as a whole. The message is
 * one clear sentence that names the file and, where there is one, the line and the
 * column, and says what to do.
 */
public class UnreadableFile extends Exception {

	UnreadableFile(Path file, String what) {
		super(Shown.text(file.toString(), 300) + " " + what);
	}

	UnreadableFile(Path file, long line, String what) {
		super(Shown.text(file.toString(), 300) + ", line " + line + ": " + what);
	}

	UnreadableFile(Path file, long line, String column, String what) {
		super(Shown.text(file.toString(), 300) + ", line " + line + ", column " + column + ": " + what);
	}

}
