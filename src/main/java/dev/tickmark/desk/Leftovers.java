package dev.tickmark.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

import dev.tickmark.ledger.desk.KeptUploads;

/** What a process that was killed has left of uploads that never became one. */
final class Leftovers {

	/** How the name of a file begins that is not whole yet. */
	static final String PART = "part-";

	private static final Logger log = LoggerFactory.getLogger(Leftovers.class);

	/** Another process may be at it: no upload takes that long. */
	private static final Duration SURELY_DEAD = Duration.ofDays(1);

	private Leftovers() {
	}

	static void remove(Path folder, Instant now, KeptUploads kept) {
		try (Stream<Path> all = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
			List<Path> old = all.filter((path) -> isOld(path, now)).filter((path) -> isNobodys(path, kept)).toList();
			for (Path path : old) {
				FileSystemUtils.deleteRecursively(path);
			}
		}
		catch (IOException ex) {
			log.warn("what was left in {} could not be removed", folder, ex);
		}
	}

	private static boolean isOld(Path path, Instant now) {
		try {
			return Files.getLastModifiedTime(path).toInstant().isBefore(now.minus(SURELY_DEAD));
		}
		catch (IOException _) {
			return false;
		}
	}

	/**
	 * A folder is called by the number of its upload; what else there is, is not ours.
	 * One whose file counts as removed was not when its process was killed.
	 */
	private static boolean isNobodys(Path path, KeptUploads kept) {
		String name = path.getFileName().toString();
		return name.startsWith(PART) || (name.matches("[0-9]{1,18}") && kept.hasNoFile(Long.parseLong(name)));
	}

}
