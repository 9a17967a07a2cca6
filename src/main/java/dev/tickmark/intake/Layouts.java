package dev.tickmark.intake;

import java.nio.file.Path;

/** Finds out the format of a file and how it is laid out, from how it begins. */
final class Layouts {

	private Layouts() {
	}

	static Layout find(Path file) throws UnreadableFile {
		return CsvLayout.find(file);
	}

}
