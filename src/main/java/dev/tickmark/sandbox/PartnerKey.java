package dev.tickmark.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * The RSA key that callers of the signing providers sign with: one for a whole folder,
 * made when it is first needed. The sandbox itself checks with its public half.
 */
final class PartnerKey {

	private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";

	private static final String END = "-----END PRIVATE KEY-----";

	private final ReentrantLock lock = new ReentrantLock();

	private final Path file;

	private @Nullable PublicKey known;

	PartnerKey(Path folder) {
		this.file = folder.toAbsolutePath().resolve("partner-key.pem");
	}

	/** What a lane that signs is told: the project, and where the private key is. */
	Map<String, String> properties() {
		publicKey();
		return Map.of("project", Sandbox.PROJECT, "private-key", this.file.toString());
	}

	/** Whether this is the Base64 of this key's SHA256withRSA over these bytes. */
	boolean signed(byte[] bytes, @Nullable String signature) {
		if (signature == null) {
			return false;
		}
		try {
			Signature check = Signature.getInstance("SHA256withRSA");
			check.initVerify(publicKey());
			check.update(bytes);
			return check.verify(Base64.getDecoder().decode(signature));
		}
		catch (GeneralSecurityException | IllegalArgumentException _) {
			// Neither Base64 nor of the right length is wrong like any other
			return false;
		}
	}

	private PublicKey publicKey() {
		this.lock.lock();
		try {
			if (this.known == null) {
				this.known = read();
			}
			return this.known;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("the sandbox cannot use its key " + this.file + ": " + ex.getMessage(), ex);
		}
		finally {
			this.lock.unlock();
		}
	}

	private PublicKey read() throws IOException {
		if (!Files.exists(this.file)) {
			NewKey.publish(this.file, BEGIN, END);
		}
		String pem = Files.readString(this.file).strip();
		if (!pem.startsWith(BEGIN) || !pem.endsWith(END)) {
			throw new IOException("it does not hold one private key in PEM; delete it, and another is made");
		}
		try {
			byte[] encoded = Base64.getMimeDecoder()
				.decode(pem.substring(BEGIN.length(), pem.length() - END.length()).strip());
			KeyFactory rsa = KeyFactory.getInstance("RSA");
			RSAPrivateCrtKey key = (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(encoded));
			return rsa.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			throw new IOException("it does not hold an RSA key; delete it, and another is made", ex);
		}
	}

}
