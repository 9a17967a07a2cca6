package dev.tickmark.ledger.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Folders and files that only this user may open, where the platform knows of that. */
final class OwnerOnly {

	private OwnerOnly() {
	}

	static void protect(Path folder) throws IOException {
		if (posix(folder)) {
			Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
		}
	}

	/** Writes a new file through to the disk. */
	static void write(Path file, String text) throws IOException {
		FileAttribute<?>[] attributes = posix(file)
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
		try (FileChannel channel = FileChannel.open(file,
				Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
			ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
			while (bytes.hasRemaining()) {
				channel.write(bytes);
			}
			channel.force(true);
		}
	}

	/** Says in words what some exceptions tell by their class alone. */
	static String reason(IOException failure) {
		return switch (failure) {
			case FileAlreadyExistsException ex -> ex.getFile() + " is in the way, it is not a folder";
			case NoSuchFileException ex -> "there is no " + ex.getFile();
			case FileSystemException ex when ex.getReason() == null -> "no access to " + ex.getFile();
			default -> String.valueOf(failure.getMessage());
		};
	}

	private static boolean posix(Path path) {
		return path.getFileSystem().supportedFileAttributeViews().contains("posix");
	}

}
