package dev.tickmark.console.install;

import java.nio.file.Path;
import java.util.Objects;

/**
 * One unpacked program. Its folder is never changed nor moved once it is in use: a
 * running program reads from it, and the cache knows it by its path.
 *
 * @param path the folder's absolute path
 */
record ProgramFolder(Path path) {

	static final String JAR = "tickmark.jar";

	static final String CACHE = "classes.aot";

	String name() {
		return Objects.requireNonNull(this.path.getFileName()).toString();
	}

	Path jar() {
		return this.path.resolve(JAR);
	}

	/** What the JDK knows of its classes beforehand; perhaps not there. */
	Path cache() {
		return this.path.resolve(CACHE);
	}

	/** Shared by every process that runs this program. */
	Path users() {
		return this.path.resolve("users.lock");
	}

}
