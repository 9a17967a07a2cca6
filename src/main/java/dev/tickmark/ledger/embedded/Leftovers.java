package dev.tickmark.ledger.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/** What those who were killed have left half done. */
final class Leftovers {

	private Leftovers() {
	}

	/**
	 * Deletes folders whose name has this in it. What cannot be deleted stays for the
	 * next time: another process may be deleting it too, or a program of PostgreSQL's
	 * that outlived its caller still be writing there.
	 * @param age how long nothing was added to the folder itself
	 */
	static void remove(Path folder, String name, Duration age) {
		Instant limit = Instant.now().minus(age);
		try (Stream<Path> files = Files.list(folder)) {
			List<Path> left = files.filter((file) -> file.getFileName().toString().contains(name)).toList();
			for (Path file : left) {
				if (!Files.getLastModifiedTime(file).toInstant().isAfter(limit)) {
					FileSystemUtils.deleteRecursively(file);
				}
			}
		}
		catch (IOException | UncheckedIOException _) {
			// the next time
		}
	}

}
