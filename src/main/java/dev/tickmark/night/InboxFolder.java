package dev.tickmark.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.tickmark.verification.definition.Inbox;

/** The folders of a job's inbox, and the moves between them. */
final class InboxFolder {

	/** The most files that are looked at in one night; the others are for the next. */
	private static final int MOST = 10_000;

	private final Inbox inbox;

	private final PathMatcher pattern;

	InboxFolder(Inbox inbox) {
		this.inbox = inbox;
		this.pattern = FileSystems.getDefault().getPathMatcher("glob:" + inbox.pattern());
	}

	/** Looks whether it can be used; makes the folders for what is taken. */
	void open() throws InboxTrouble {
		requireWritable("inbox", this.inbox.folder());
		for (Path folder : List.of(this.inbox.taken(), this.inbox.finished(), this.inbox.failed())) {
			try {
				Files.createDirectories(folder);
			}
			catch (IOException ex) {
				throw new InboxTrouble("The folder " + folder + " cannot be made: " + ex.getMessage()
						+ ". Make it, or allow it; it is tried again the next time.");
			}
			requireWritable("folder", folder);
			requireNear(folder);
		}
	}

	/** Whether files can be moved there in one step: asked before any is taken. */
	private void requireNear(Path folder) throws InboxTrouble {
		try {
			if (!Files.getFileStore(folder).equals(Files.getFileStore(this.inbox.folder()))) {
				throw new InboxTrouble("The folders " + this.inbox.folder() + " and " + folder
						+ " are on different file systems: nothing can be moved between them in one step. Give folders on"
						+ " the same one.");
			}
		}
		catch (IOException ex) {
			throw new InboxTrouble("The folder " + folder + " cannot be looked at: " + ex.getMessage()
					+ ". It is tried again the next time.");
		}
	}

	/** The job's files that came in, by their names; also those still being written. */
	List<Seen> look() throws InboxTrouble {
		return list(this.inbox.folder(), (file) -> this.pattern.matches(file.getFileName()));
	}

	/** Those that were taken and not put away, by their names. */
	List<Seen> taken() throws InboxTrouble {
		return list(this.inbox.taken(), (_) -> true);
	}

	/**
	 * Whether a file's marker is there. One that is older than the file speaks of another
	 * file of that name.
	 */
	boolean marked(Seen file) {
		return see(marker(file.path())).filter((marker) -> marker.modified().compareTo(file.modified()) >= 0)
			.isPresent();
	}

	/**
	 * Takes a file, unless it was changed or another process has it.
	 * @return where it is now
	 */
	Optional<Path> take(Seen file) throws InboxTrouble {
		try {
			if (!see(file.path()).equals(Optional.of(file))) {
				return Optional.empty();
			}
			Path taken = move(file.path(), this.inbox.taken());
			if (this.inbox.marker() != null) {
				Files.deleteIfExists(marker(file.path()));
			}
			return Optional.of(taken);
		}
		catch (NoSuchFileException _) {
			return Optional.empty();
		}
		catch (IOException | UncheckedIOException ex) {
			throw trouble(file.path(), this.inbox.taken(), ex);
		}
	}

	/** Puts a file that was taken where the finished ones are. */
	Path finish(Path taken) throws InboxTrouble {
		return putAway(taken, this.inbox.finished());
	}

	/** Puts a file that was taken where those are that cannot be verified. */
	Path fail(Path taken) throws InboxTrouble {
		return putAway(taken, this.inbox.failed());
	}

	private Path putAway(Path taken, Path folder) throws InboxTrouble {
		try {
			return move(taken, folder);
		}
		catch (IOException ex) {
			throw trouble(taken, folder, ex);
		}
	}

	private Path marker(Path file) {
		return file.resolveSibling(file.getFileName() + this.inbox.marker());
	}

	private List<Seen> list(Path folder, Predicate<Path> wanted) throws InboxTrouble {
		try (Stream<Path> all = Files.list(folder)) {
			return all.filter(this::isPayees)
				.filter(wanted)
				.sorted(Comparator.comparing((Path path) -> path.getFileName().toString()))
				.limit(MOST)
				.map(InboxFolder::see)
				.flatMap(Optional::stream)
				.toList();
		}
		catch (IOException | UncheckedIOException ex) {
			throw new InboxTrouble("The folder " + folder + " cannot be read: " + ex.getMessage()
					+ ". It is tried again the next time.");
		}
	}

	/** Neither a folder nor a link, nor a hidden file, nor a marker. */
	private boolean isPayees(Path path) {
		String name = path.getFileName().toString();
		return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && !name.startsWith(".")
				&& (this.inbox.marker() == null || !name.endsWith(this.inbox.marker()));
	}

	/** How it looks; nothing when it is gone: another process has taken it. */
	private static Optional<Seen> see(Path path) {
		try {
			BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
			return Optional.of(new Seen(path, attributes.size(), attributes.lastModifiedTime()));
		}
		catch (NoSuchFileException _) {
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Moves a file into a folder, where none is written over. Several jobs may put theirs
	 * into the same.
	 */
	private static Path move(Path from, Path folder) throws IOException {
		synchronized (InboxFolder.class) {
			return Files.move(from, free(folder, from), StandardCopyOption.ATOMIC_MOVE);
		}
	}

	/** The file's name in a folder; a number behind it where that name is in use. */
	private static Path free(Path folder, Path file) {
		String name = file.getFileName().toString();
		int dot = (name.lastIndexOf('.') > 0) ? name.lastIndexOf('.') : name.length();
		Path path = folder.resolve(name);
		for (int number = 2; Files.exists(path, LinkOption.NOFOLLOW_LINKS); number++) {
			path = folder.resolve(name.substring(0, dot) + "-" + number + name.substring(dot));
		}
		return path;
	}

	private static void requireWritable(String what, Path folder) throws InboxTrouble {
		if (!Files.isDirectory(folder)) {
			throw new InboxTrouble("The " + what + " " + folder
					+ " does not exist, or is no folder. Make it; it is tried again the next time.");
		}
		if (!Files.isWritable(folder) || !Files.isExecutable(folder)) {
			throw new InboxTrouble("Nothing can be written in the " + what + " " + folder
					+ ". Allow it to the user of this process; it is tried again the next time.");
		}
	}

	private static InboxTrouble trouble(Path file, Path folder, Exception cause) {
		if (cause instanceof AtomicMoveNotSupportedException) {
			return new InboxTrouble(file + " cannot be moved to " + folder
					+ " in one step: they are on different file systems. Give a folder on the same one.");
		}
		return new InboxTrouble(file + " cannot be moved to " + folder + " (" + cause.getClass().getSimpleName()
				+ "). It stays where it is, and is tried again the next time.");
	}

}
