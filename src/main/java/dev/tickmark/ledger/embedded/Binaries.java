package dev.tickmark.ledger.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Unpacks PostgreSQL's programs, once for each user and version: into the user's cache,
 * or, for a user without a home, beside the data.
 * <p>
 * A folder appears under its name only when it is complete, so neither a second process
 * nor one that was killed in between does harm. The cache is closed to other users: what
 * lies in it is executed.
 */
final class Binaries {

	private static final Logger log = LoggerFactory.getLogger(Binaries.class);

	private static final String UNFINISHED = ".new-";

	private static final Duration ABANDONED_AFTER = Duration.ofHours(1);

	private Binaries() {
	}

	/** The folder that has {@code bin}, {@code lib} and {@code share}. */
	static Path locate(ServerFolder folder) throws DatabaseUnavailable, IOException {
		Archive archive = archive();
		try {
			return locate(archive, userCache());
		}
		catch (IOException ex) {
			log.info("The cache {} cannot be used ({}), so PostgreSQL is unpacked in {}", userCache(),
					OwnerOnly.reason(ex), folder.path());
			return locate(archive, folder.path().resolve("binaries"));
		}
	}

	static Path locate(Archive archive, Path cache) throws IOException {
		String name = "postgres-" + archive.fingerprint();
		Path complete = cache.resolve(name);
		if (!Files.isDirectory(complete)) {
			Files.createDirectories(cache);
			OwnerOnly.protect(cache);
			Leftovers.remove(cache, UNFINISHED, ABANDONED_AFTER);
			Path fresh = Files.createTempDirectory(cache, name + UNFINISHED);
			archive.unpack(fresh);
			publish(fresh, complete);
		}
		return complete.toRealPath();
	}

	private static void publish(Path fresh, Path complete) throws IOException {
		try {
			Files.move(fresh, complete, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			FileSystemUtils.deleteRecursively(fresh);
			// Another process may have been faster: then all is well
			if (!Files.isDirectory(complete)) {
				throw ex;
			}
		}
	}

	static Archive archive() throws DatabaseUnavailable, IOException {
		String system = System.getProperty("os.name");
		String machine = System.getProperty("os.arch");
		String family = Stream.of("Windows", "Mac").filter(system::startsWith).findFirst().orElse("Linux");
		try (InputStream packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(family.replace("Mac", "Darwin"),
				machine.equals("amd64") ? "x86_64" : machine)) {
			return new Archive(packed.readAllBytes());
		}
		catch (IllegalStateException ex) {
			throw new DatabaseUnavailable(
					"This build of Tickmark has no embedded database for %s on %s: build it on such a machine, or set spring.datasource.url to a PostgreSQL of your own"
						.formatted(system, machine.toLowerCase(Locale.ROOT)),
					ex);
		}
	}

	private static Path userCache() {
		String configured = System.getenv("XDG_CACHE_HOME");
		Path caches = (configured != null && Path.of(configured).isAbsolute()) ? Path.of(configured)
				: Path.of(System.getProperty("user.home"), ".cache");
		return caches.resolve("tickmark");
	}

}
