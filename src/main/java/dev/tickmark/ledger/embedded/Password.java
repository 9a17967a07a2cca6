package dev.tickmark.ledger.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;

/** The server's password: random, and kept in a file that only its owner can read. */
final class Password {

	private static final int BYTES = 32;

	private Password() {
	}

	/** Makes a new password, for data that are about to be initialised with it. */
	static void renew(ServerFolder folder) throws IOException {
		byte[] random = new byte[BYTES];
		new SecureRandom().nextBytes(random);
		Path fresh = folder.path().resolve("password.new");
		Files.deleteIfExists(fresh);
		OwnerOnly.write(fresh, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
		Files.move(fresh, folder.password(), StandardCopyOption.ATOMIC_MOVE);
	}

	static String read(ServerFolder folder) throws DatabaseUnavailable, IOException {
		try {
			return Files.readString(folder.password()).strip();
		}
		catch (NoSuchFileException ex) {
			throw new DatabaseUnavailable(
					"The embedded database in %s cannot be opened, its file %s is missing: put it back, or move %s away to begin with an empty ledger"
						.formatted(folder.path(), folder.password().getFileName(), folder.data()),
					ex);
		}
	}

}
