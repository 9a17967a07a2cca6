package dev.tickmark.ledger.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of one embedded server and what lies in it.
 *
 * @param path the folder's real path, so that one folder has one name
 */
record ServerFolder(Path path) {

	/** Makes the folder when it is not there, and closes it to other users. */
	static ServerFolder prepare(Path path) throws DatabaseUnavailable {
		Path folder = path.toAbsolutePath().normalize();
		try {
			Files.createDirectories(folder);
			OwnerOnly.protect(folder);
			Files.deleteIfExists(Files.createTempFile(folder, "writable", ""));
			return new ServerFolder(folder.toRealPath());
		}
		catch (IOException ex) {
			throw new DatabaseUnavailable(
					"The embedded database cannot write to its folder %s (%s): give this user write access, or set tickmark.home to another folder"
						.formatted(folder, OwnerOnly.reason(ex)),
					ex);
		}
	}

	/** The server's data; it appears whole, and nothing here ever deletes it. */
	Path data() {
		return this.path.resolve("data");
	}

	Path password() {
		return this.path.resolve("password");
	}

	Path log() {
		return this.path.resolve("server.log");
	}

	/** Shared by every process that uses the server. */
	Path usersLock() {
		return this.path.resolve("users.lock");
	}

	/** Held by the one who is starting or stopping the server. */
	Path startLock() {
		return this.path.resolve("start.lock");
	}

}
