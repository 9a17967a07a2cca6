package dev.tickmark.console.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of an installed program: its start scripts, and beside them each program
 * that was ever installed here and may still be running, in a folder with a number.
 *
 * @param path its real path
 */
record InstallFolder(Path path) {

	private static final Pattern PROGRAM = Pattern.compile("program-(\\d{1,9})");

	/**
	 * Makes the folder, or finds what is installed there.
	 * @throws NotInstalled when it has something else in it
	 */
	static InstallFolder prepare(Path path) throws NotInstalled {
		Path folder = path.toAbsolutePath().normalize();
		try {
			if (Files.exists(folder) && !Files.isDirectory(folder)) {
				throw NotInstalled.wrong(folder + " is a file; name a folder.");
			}
			Files.createDirectories(folder);
			InstallFolder found = new InstallFolder(folder.toRealPath());
			if (!Files.exists(found.lock()) && !found.isEmpty()) {
				throw NotInstalled.wrong("The folder " + folder
						+ " has something in it that is no installed Tickmark; name an empty folder, or one that does not exist.");
			}
			return found;
		}
		catch (IOException ex) {
			throw NotInstalled.wrong("The folder " + folder + " cannot be used: " + Reason.of(ex));
		}
	}

	/** Held by the one who installs; its presence says that the folder is ours. */
	Path lock() {
		return this.path.resolve("install.lock");
	}

	/** What the processes printed that the latest installation has started. */
	Path log() {
		return this.path.resolve("install.log");
	}

	Path script() {
		return this.path.resolve("tickmark");
	}

	Path windowsScript() {
		return this.path.resolve("tickmark.cmd");
	}

	/** A program of its own number for the next. */
	ProgramFolder next() throws IOException {
		int latest = programs().stream().mapToInt(InstallFolder::number).max().orElse(0);
		return new ProgramFolder(this.path.resolve("program-" + (latest + 1)));
	}

	/** The program that the start script starts. */
	OptionalInt current() throws IOException {
		if (!Files.isRegularFile(script())) {
			return OptionalInt.empty();
		}
		Matcher named = PROGRAM.matcher(Files.readString(script()));
		return named.find() ? OptionalInt.of(Integer.parseInt(named.group(1))) : OptionalInt.empty();
	}

	List<Path> programs() throws IOException {
		try (Stream<Path> files = Files.list(this.path)) {
			return files.filter((file) -> PROGRAM.matcher(name(file)).matches()).toList();
		}
	}

	/** The number of one of our programs. */
	static int number(Path program) {
		return Integer.parseInt(name(program).substring("program-".length()));
	}

	private boolean isEmpty() throws IOException {
		try (Stream<Path> files = Files.list(this.path)) {
			return files.findAny().isEmpty();
		}
	}

	private static String name(Path file) {
		return Objects.requireNonNull(file.getFileName()).toString();
	}

}
