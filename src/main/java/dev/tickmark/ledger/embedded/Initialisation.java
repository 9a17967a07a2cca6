package dev.tickmark.ledger.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * Makes the data of a new server beside their final place and then renames them. So
 * {@code data} is either complete or not there, and whoever dies before that leaves
 * nothing that counts.
 * <p>
 * Each attempt has a folder of its own: PostgreSQL's program may outlive the process that
 * called it, and must not write into a later attempt.
 */
final class Initialisation {

	private static final String UNFINISHED = "data.new-";

	private final ServerFolder folder;

	private final ServerLog log;

	Initialisation(ServerFolder folder, ServerLog log) {
		this.folder = folder;
		this.log = log;
	}

	void run(Programs programs) throws DatabaseUnavailable, IOException, InterruptedException {
		this.log.rotate();
		long before = this.log.size();
		removeUnfinished(this.folder);
		Password.renew(this.folder);
		Path fresh = Files.createTempDirectory(this.folder.path(), UNFINISHED);
		if (!programs.initialise(fresh)) {
			String tail = this.log.tail(before);
			removeUnfinished(this.folder);
			throw Unavailable.because(this.folder, "cannot be made", tail);
		}
		Files.move(fresh, this.folder.data(), StandardCopyOption.ATOMIC_MOVE);
	}

	/** Only called by those who alone may initialise. */
	static void removeUnfinished(ServerFolder folder) {
		Leftovers.remove(folder.path(), UNFINISHED, Duration.ZERO);
	}

}
