package dev.tickmark.provider.signing;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.util.Base64;

import dev.tickmark.provider.Misconfigured;
import dev.tickmark.provider.ProviderConfiguration;

/**
 * SHA256withRSA (PKCS #1 v1.5), in base64. Used by many threads at once.
 */
public final class RsaSignature {

	private static final String ALGORITHM = "SHA256withRSA";

	private final RSAPrivateKey key;

	private RsaSignature(RSAPrivateKey key) {
		this.key = key;
	}

	/**
	 * With the key in the file that {@code private-key} names.
	 * @throws Misconfigured when there is no such key, or it must not be used; the
	 * message names the setting and the file
	 */
	public static RsaSignature with(ProviderConfiguration configuration) {
		String key = "Configuration: tickmark.providers." + configuration.provider() + ".private-key: ";
		Path file = configuration.settings(PartnerSettings.class).privateKey();
		if (file == null || file.toString().isBlank()) {
			throw new Misconfigured(key + "missing; it is the name of a PEM file.");
		}
		if (file.toString().contains("-----BEGIN") || file.toString().lines().count() > 1) {
			// It must not be shown
			throw new Misconfigured(key + "holds a key itself; the name of a PEM file is expected.");
		}
		try {
			return new RsaSignature(PemKey.read(file));
		}
		catch (IllegalArgumentException ex) {
			throw new Misconfigured(key + ex.getMessage());
		}
	}

	/** The signature over these very bytes, on one line. */
	public String of(byte[] content) {
		try {
			Signature signature = Signature.getInstance(ALGORITHM);
			signature.initSign(this.key);
			signature.update(content);
			return Base64.getEncoder().encodeToString(signature.sign());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("an RSA key that was read cannot sign", ex);
		}
	}

}
