package dev.tickmark.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes the details of a submission with the id it was given as the key. Only who knows
 * the id can have them read back, and the file holds no account and no name in the clear.
 */
final class Seal {

	// One key closes one text only, so that the vector may be a constant
	private static final IvParameterSpec VECTOR = new IvParameterSpec(new byte[16]);

	private Seal() {
	}

	static byte[] close(String id, String details) {
		return run(Cipher.ENCRYPT_MODE, id, details.getBytes(StandardCharsets.UTF_8));
	}

	static String open(String id, byte[] sealed) {
		return new String(run(Cipher.DECRYPT_MODE, id, sealed), StandardCharsets.UTF_8);
	}

	private static byte[] run(int mode, String id, byte[] bytes) {
		try {
			byte[] key = Arrays.copyOf(Fingerprint.sha256("seal:" + id), 16);
			Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
			cipher.init(mode, new SecretKeySpec(key, "AES"), VECTOR);
			return cipher.doFinal(bytes);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java platform has AES", ex);
		}
	}

}
