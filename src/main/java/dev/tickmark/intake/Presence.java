package dev.tickmark.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether there is a file to be read, and anything in it. */
final class Presence {

	private Presence() {
	}

	/** What a table has, for a message. */
	static String table(String about) {
		return "A header with the names of the columns is expected, and one row for each " + about + ".";
	}

	/**
	 * Refuses whatever is no file with content.
	 * @param file what is expected, in a message: "payee file"
	 * @param content what should be in it, a sentence
	 */
	static void require(Path path, String file, String content) throws UnreadableFile {
		if (!Files.exists(path)) {
			throw new UnreadableFile(path, "does not exist. Check the path.");
		}
		if (Files.isDirectory(path)) {
			throw new UnreadableFile(path, "is a folder. Name the file in it.");
		}
		if (!Files.isRegularFile(path)) {
			throw new UnreadableFile(path, "is not a file. Name a " + file + ".");
		}
		if (!Files.isReadable(path)) {
			throw new UnreadableFile(path, "may not be read by this user. Change its permissions.");
		}
		try {
			if (Files.size(path) == 0) {
				throw new UnreadableFile(path, "is empty (0 bytes). " + content);
			}
		}
		catch (IOException ex) {
			throw Faults.notReadable(path, ex);
		}
	}

}
