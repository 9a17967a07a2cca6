package dev.tickmark.report;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files that are being written, in a folder beside the one they are meant for, and so on
 * the same disk. They hold payee data: nobody but the owner and the group may read them.
 */
public final class Unfinished {

	private final Path target;

	private final Path folder;

	private Unfinished(Path target, Path folder) {
		this.target = target;
		this.folder = folder;
	}

	/**
	 * Makes the folder; what a killed process left there goes.
	 * @param what tells apart what may be written at the same time
	 */
	public static Unfinished beside(Path target, String what) throws IOException {
		Path whole = target.toAbsolutePath().normalize();
		Path folder = whole.resolveSibling("." + whole.getFileName() + "." + what + ".unfinished");
		Unfinished files = new Unfinished(whole, folder);
		files.discard();
		if (folder.getParent() != null) {
			Files.createDirectories(folder.getParent());
		}
		Files.createDirectory(folder, permissions(folder, "rwxr-x---"));
		return files;
	}

	/** Makes a file; closing it brings it to the disk for certain. */
	public OutputStream create(String name) throws IOException {
		return create(name, "rw-r-----");
	}

	/** Makes a file that nobody but its owner may read, from its first byte on. */
	OutputStream createPrivate(String name) throws IOException {
		return create(name, "rw-------");
	}

	private OutputStream create(String name, String permissions) throws IOException {
		Path file = this.folder.resolve(name);
		FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
				permissions(file, permissions));
		return new Durable(channel);
	}

	/** Throws away a file that was made and closed. */
	void drop(String name) throws IOException {
		Files.delete(this.folder.resolve(name));
	}

	/** A folder for what is no file of its own, and goes with the others. */
	Path temporary() {
		return this.folder;
	}

	/**
	 * Moves the files to their place, in this order. The last one is the sign that all
	 * are there, so an older one of its name goes first.
	 * @return the folder where they are
	 */
	public Path publish(List<String> names) throws IOException {
		return publish(names, Set.of());
	}

	/**
	 * Moves the files to their place.
	 * @param possible what an older report may have left there; what is not among the
	 * names now goes
	 */
	Path publish(List<String> names, Set<String> possible) throws IOException {
		if (!Files.isDirectory(this.target)) {
			Files.createDirectory(this.target, permissions(this.target, "rwxr-x---"));
		}
		Files.deleteIfExists(this.target.resolve(names.getLast()));
		for (String older : possible) {
			if (!names.contains(older)) {
				Files.deleteIfExists(this.target.resolve(older));
			}
		}
		for (String name : names) {
			Files.move(this.folder.resolve(name), this.target.resolve(name), StandardCopyOption.ATOMIC_MOVE);
		}
		discard();
		return this.target;
	}

	/** Throws away all that was not published. */
	public void discard() throws IOException {
		if (Files.isDirectory(this.folder)) {
			try (Stream<Path> left = Files.list(this.folder)) {
				for (Path file : left.toList()) {
					Files.delete(file);
				}
			}
			Files.delete(this.folder);
		}
	}

	private static FileAttribute<?>[] permissions(Path path, String permissions) {
		boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
		return posix
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
				: new FileAttribute<?>[0];
	}

	/** A file that is forced to the disk before it is closed. */
	private static final class Durable extends FilterOutputStream {

		private final FileChannel channel;

		Durable(FileChannel channel) {
			super(Channels.newOutputStream(channel));
			this.channel = channel;
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			this.out.write(bytes, offset, length);
		}

		@Override
		public void close() throws IOException {
			if (this.channel.isOpen()) {
				this.channel.force(true);
			}
			super.close();
		}

	}

}
