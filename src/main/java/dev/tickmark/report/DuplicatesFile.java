package dev.tickmark.report;

/** {@code duplicates.csv}: rows that ask the same, and references that are used twice. */
final class DuplicatesFile {

	static final String NAME = "duplicates.csv";

	private DuplicatesFile() {
	}

}
