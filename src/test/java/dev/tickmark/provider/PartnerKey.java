package dev.tickmark.provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/** A partner's key in a file that only this test can read, and its public half. */
public record PartnerKey(Path file, PublicKey publicHalf) {

	/** Makes a key in a temporary file. */
	public static PartnerKey make() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			KeyPair pair = generator.generateKeyPair();
			Path file = Files.createTempFile("partner", ".pem",
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			Files.writeString(file,
					"-----BEGIN PRIVATE KEY-----\n"
							+ Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
							+ "\n-----END PRIVATE KEY-----\n");
			file.toFile().deleteOnExit();
			return new PartnerKey(file, pair.getPublic());
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Whether a text is the signature over these bytes. */
	public boolean signed(byte[] content, String signature) {
		try {
			Signature check = Signature.getInstance("SHA256withRSA");
			check.initVerify(this.publicHalf);
			check.update(content);
			return check.verify(Base64.getDecoder().decode(signature));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
