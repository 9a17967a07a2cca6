package dev.tickmark.notice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/** By which the receiver of a webhook knows who calls, and when. */
final class Signature {

	static final String HEADER = "Tickmark-Signature";

	private static final String ALGORITHM = "HmacSHA256";

	private Signature() {
	}

	/** The value of the header, over the time and the body. */
	static String of(String body, Instant now, byte @Nullable [] secret) {
		if (secret == null) {
			throw new IllegalStateException("nothing is sent without a secret");
		}
		long time = now.getEpochSecond();
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(secret, ALGORITHM));
			byte[] sign = mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8));
			return "t=" + time + ",v1=" + HexFormat.of().formatHex(sign);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
