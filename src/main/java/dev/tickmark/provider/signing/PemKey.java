package dev.tickmark.provider.signing;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.util.Objects;
import java.util.Set;

import org.springframework.boot.ssl.pem.PemContent;

/**
 * Reads an RSA key from a PEM file: PKCS #8 ({@code BEGIN PRIVATE KEY}) or PKCS #1
 * ({@code BEGIN RSA PRIVATE KEY}), without a password. What is wrong with the file is
 * said of the file alone: nothing of its content is shown.
 */
final class PemKey {

	private static final long LARGEST = 64 * 1024;

	/** Shorter ones are broken in practice (NIST SP 800-131A). */
	private static final int SHORTEST_BITS = 2048;

	private PemKey() {
	}

	/**
	 * Reads the key.
	 * @throws IllegalArgumentException when there is none to be used; the message names
	 * the file
	 */
	static RSAPrivateKey read(Path file) {
		String text = text(file);
		if (text.contains("BEGIN ENCRYPTED PRIVATE KEY") || text.contains("Proc-Type: 4,ENCRYPTED")) {
			throw wrong(file, "is protected by a password. Nobody types one at night: store it without"
					+ " (openssl pkey -in KEY -out PLAIN), readable by its owner alone");
		}
		if (!(key(file, text) instanceof RSAPrivateKey key) || !key.getAlgorithm().equals("RSA")) {
			throw wrong(file, "holds a key of another kind; the provider asks for RSA");
		}
		if (key.getModulus().bitLength() < SHORTEST_BITS) {
			throw wrong(file, "holds a key of " + key.getModulus().bitLength() + " bits; at least " + SHORTEST_BITS
					+ " are needed");
		}
		return key;
	}

	private static PrivateKey key(Path file, String text) {
		if (!text.contains("PRIVATE KEY-----")) {
			boolean publicHalf = text.contains("BEGIN PUBLIC KEY") || text.contains("BEGIN CERTIFICATE");
			throw wrong(file, "holds no private key in PEM form (-----BEGIN PRIVATE KEY-----)"
					+ (publicHalf ? "; the public half is the provider's" : ""));
		}
		PrivateKey key = null;
		try {
			key = Objects.requireNonNull(PemContent.of(text)).getPrivateKey();
		}
		catch (RuntimeException _) {
			// its message may quote the content
		}
		if (key == null) {
			throw wrong(file, "is damaged: there is a key in it that cannot be read");
		}
		return key;
	}

	private static String text(Path file) {
		if (!Files.exists(file)) {
			throw wrong(file, "does not exist");
		}
		if (!Files.isRegularFile(file)) {
			throw wrong(file, "is not a file");
		}
		try {
			requireKeptSecret(file);
			if (Files.size(file) > LARGEST) {
				throw wrong(file, "is longer than any key: at most 64 KiB are read");
			}
			return Files.readString(file, StandardCharsets.UTF_8);
		}
		catch (MalformedInputException _) {
			throw wrong(file, "is no text: a key in PEM form is expected (DER can be converted: openssl pkey"
					+ " -inform DER -in KEY -out PEM)");
		}
		catch (IOException ex) {
			throw wrong(file, "cannot be read (" + ex.getClass().getSimpleName() + ")");
		}
	}

	private static void requireKeptSecret(Path file) throws IOException {
		PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
		if (view == null) {
			return;
		}
		Set<PosixFilePermission> permissions = view.readAttributes().permissions();
		if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
			throw wrong(file, "can be read by everybody on this machine: chmod 600 " + file);
		}
		if (permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
			throw wrong(file, "can be changed by everybody on this machine: chmod 600 " + file);
		}
	}

	private static IllegalArgumentException wrong(Path file, String what) {
		return new IllegalArgumentException("the file " + file + " " + what + ".");
	}

}
