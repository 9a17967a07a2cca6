package dev.tickmark.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tickmark.ledger.Hashes;

/**
 * An API key as a program says it: {@code tmk_<prefix>_<secret>}.
 *
 * @param secret 256 random bits: nobody guesses them, so that a plain hash will do
 */
record KeyText(String prefix, String secret) {

	private static final Pattern WRITTEN = Pattern.compile("tmk_([a-z0-9]{8})_([A-Za-z0-9_-]{43})");

	private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

	private static final int PREFIX = 8;

	private static final int SECRET_BYTES = 32;

	static KeyText random(SecureRandom random) {
		StringBuilder prefix = new StringBuilder();
		for (int i = 0; i < PREFIX; i++) {
			prefix.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
		}
		byte[] secret = new byte[SECRET_BYTES];
		random.nextBytes(secret);
		return new KeyText(prefix.toString(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
	}

	/** Empty when it is none. */
	static Optional<KeyText> read(String text) {
		Matcher matcher = WRITTEN.matcher(text);
		return matcher.matches() ? Optional.of(new KeyText(matcher.group(1), matcher.group(2))) : Optional.empty();
	}

	String sha256() {
		return Hashes.sha256(this.secret);
	}

	/** Whether it is the one that was stored; takes as long wherever they differ. */
	boolean fits(String sha256) {
		return MessageDigest.isEqual(sha256().getBytes(StandardCharsets.US_ASCII),
				sha256.getBytes(StandardCharsets.US_ASCII));
	}

	String text() {
		return "tmk_" + this.prefix + "_" + this.secret;
	}

	@Override
	public String toString() {
		return "tmk_" + this.prefix + "_…";
	}

}
