package dev.tickmark.sandbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** Makes a key file that nobody but its owner ever sees, and nobody sees half of. */
final class NewKey {

	private static final int BITS = 2048;

	private NewKey() {
	}

	/** Puts a fresh key there, unless another process was quicker. */
	static void publish(Path file, String begin, String end) throws IOException {
		Path draft = Files.createTempFile(file.getParent(), "partner-key", ".draft", ownersOnly(file));
		try {
			write(draft, begin + "\n" + encoded() + "\n" + end + "\n");
			link(file, draft);
		}
		catch (FileAlreadyExistsException _) {
			// The other process's key is as good as this one
		}
		finally {
			Files.deleteIfExists(draft);
		}
	}

	/** Gives the finished file its name, which fails when the name is taken. */
	private static void link(Path file, Path draft) throws IOException {
		try {
			Files.createLink(file, draft);
		}
		catch (FileAlreadyExistsException ex) {
			throw ex;
		}
		catch (UnsupportedOperationException | FileSystemException _) {
			// No hard links here; what is left is not atomic, but replaces nothing
			Files.move(draft, file);
		}
	}

	private static void write(Path draft, String pem) throws IOException {
		try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
			ByteBuffer bytes = ByteBuffer.wrap(pem.getBytes(StandardCharsets.US_ASCII));
			while (bytes.hasRemaining()) {
				channel.write(bytes);
			}
			channel.force(true);
		}
	}

	private static FileAttribute<?>[] ownersOnly(Path file) {
		boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
		return posix
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
	}

	private static String encoded() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(BITS);
			byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
			return Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(key);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java platform has RSA", ex);
		}
	}

}
