package dev.tickmark.ledger.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/** The file that PostgreSQL writes its messages to. */
final class ServerLog {

	private static final long MOST_BYTES = 10L * 1024 * 1024;

	private static final int TAIL_BYTES = 4096;

	private static final int TAIL_LINES = 3;

	private static final Pattern USEFUL = Pattern.compile("\\b(FATAL|PANIC|ERROR|error)\\b");

	private static final Pattern TIME_AND_PROCESS = Pattern.compile("^[-0-9]+ [:.0-9]+ \\w+ \\[\\d+\\] ");

	private final Path file;

	ServerLog(Path file) {
		this.file = file;
	}

	Path file() {
		return this.file;
	}

	long size() throws IOException {
		return Files.exists(this.file) ? Files.size(this.file) : 0;
	}

	/** Sets a log aside that has grown too long; the one set aside before it is gone. */
	void rotate() throws IOException {
		if (size() > MOST_BYTES) {
			Files.move(this.file, this.file.resolveSibling(this.file.getFileName() + ".old"),
					StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/** The last lines that tell of a failure, written after the log had this size. */
	String tail(long from) throws IOException {
		if (!Files.exists(this.file)) {
			return "";
		}
		try (RandomAccessFile log = new RandomAccessFile(this.file.toFile(), "r")) {
			long start = Math.max(Math.min(from, log.length()), log.length() - TAIL_BYTES);
			byte[] bytes = new byte[(int) (log.length() - start)];
			log.seek(start);
			log.readFully(bytes);
			List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines()
				.map((line) -> TIME_AND_PROCESS.matcher(line).replaceFirst(""))
				.filter((line) -> USEFUL.matcher(line).find())
				.toList();
			return String.join(" / ", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
		}
	}

}
