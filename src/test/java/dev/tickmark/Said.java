package dev.tickmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Keeps what programs printed that were at work at the same moment, in
 * {@code target/together.txt}, for people to read.
 */
final class Said {

	private static final Path FILE = Path.of("target", "together.txt");

	private static final Map<String, String> CASES = new ConcurrentSkipListMap<>();

	private final String title;

	private final StringBuilder text = new StringBuilder();

	Said(String title) {
		this.title = title;
	}

	/** Adds what one of them printed. */
	Said by(String who, RunningProgram.Ended ended) {
		this.text.append("%s (exit code %d):%n".formatted(who, ended.code()));
		ended.output().lines().forEach((line) -> this.text.append("    ").append(line).append('\n'));
		return this;
	}

	/** Writes the file, with all cases so far. */
	void keep() throws IOException {
		CASES.put(this.title, this.text.toString());
		synchronized (CASES) {
			StringBuilder all = new StringBuilder();
			CASES.forEach((title, said) -> all.append("== ").append(title).append("\n\n").append(said).append('\n'));
			Files.createDirectories(FILE.getParent());
			Files.writeString(FILE, all);
		}
	}

}
