package dev.tickmark.intake;

import java.nio.file.Path;

/**
 * A payee file, or a bank's report, that cannot be taken in as a whole. The message is
 * one clear sentence that names the file and, where there is one, the line and the
 * column, and says what to do.
 */
public class UnreadableFile extends Exception {

	private static final long serialVersionUID = 1;

	private final String withoutContent;

	UnreadableFile(Path file, String what) {
		this(file, Wording.of(what));
	}

	UnreadableFile(Path file, long line, String what) {
		this(file, line, Wording.of(what));
	}

	UnreadableFile(Path file, long line, String column, String what) {
		this(file, line, Wording.of(column), Wording.of(what));
	}

	UnreadableFile(Path file, Wording what) {
		this(Wording.of(shown(file) + " ").then(what));
	}

	UnreadableFile(Path file, long line, Wording what) {
		this(Wording.of(shown(file) + ", line " + line + ": ").then(what));
	}

	UnreadableFile(Path file, long line, Wording column, Wording what) {
		this(Wording.of(shown(file) + ", line " + line + ", column ").then(column).then(": ").then(what));
	}

	private UnreadableFile(Wording sentence) {
		super(sentence.whole());
		this.withoutContent = sentence.apart();
	}

	/**
	 * The message without anything that is written in the file: a mail goes further than
	 * a screen.
	 */
	public String withoutContent() {
		return this.withoutContent;
	}

	private static String shown(Path file) {
		return Shown.text(file.toString(), 300);
	}

}
