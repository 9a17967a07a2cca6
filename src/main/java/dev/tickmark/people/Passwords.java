package dev.tickmark.people;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** What a password has to be like, and how it is stored. */
@Component
public class Passwords {

	/**
	 * 2<sup>12</sup> rounds take a quarter to half a second of a core: nobody minds who
	 * signs in once a day, and whoever has the hashes tries no more than a few a second
	 * with each core. When machines are faster, it grows; hashes of before are stored
	 * anew when their owner signs in.
	 */
	static final int COST = 12;

	static final int LEAST_CHARACTERS = 12;

	/** Bcrypt looks at no more: two longer ones that begin alike would be the same. */
	static final int MOST_BYTES = 72;

	/** Fewer make no password, however long it is. */
	static final int LEAST_DIFFERENT = 5;

	private final BCryptPasswordEncoder bcrypt;

	/** As costly as anybody's, and no password fits it. */
	private final String nobodys;

	/** Who guesses shall not have all the cores to guess with. */
	private final Semaphore cores = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

	@Autowired
	Passwords() {
		this(COST);
	}

	Passwords(int cost) {
		this.bcrypt = new BCryptPasswordEncoder(BCryptPasswordEncoder.BCryptVersion.$2B, cost);
		this.nobodys = "$2b$%02d$%s".formatted(cost, ".".repeat(53));
	}

	/** What is wrong with a password, in a sentence; empty when it can be one. */
	public Optional<String> problem(String login, String password) {
		String text = normalized(password);
		if (text.isEmpty()) {
			return Optional.of("The password is empty.");
		}
		if (text.codePoints().anyMatch((character) -> Character.isISOControl(character) || character == '\uFFFD')) {
			return Optional.of("The password has a character that cannot be typed.");
		}
		long characters = text.codePoints().count();
		if (characters < LEAST_CHARACTERS) {
			return Optional.of("The password has %d characters; at least %d are needed. A few words together are"
				.formatted(characters, LEAST_CHARACTERS) + " easier to remember than signs.");
		}
		if (bytes(text) > MOST_BYTES) {
			return Optional.of(("The password is too long: it takes %d bytes, and only the first %d would count. Most"
					+ " letters take one, those with accents two.")
				.formatted(bytes(text), MOST_BYTES));
		}
		if (text.equalsIgnoreCase(login)) {
			return Optional.of("The password is the login name; it must be another.");
		}
		if (text.codePoints().distinct().count() < LEAST_DIFFERENT) {
			return Optional.of("The password repeats the same few characters; at least %d different ones are needed."
				.formatted(LEAST_DIFFERENT));
		}
		return Optional.empty();
	}

	/** How it is stored. */
	String hash(String password) {
		return String.valueOf(this.bcrypt.encode(normalized(password)));
	}

	/**
	 * Whether a password is the one that is stored. It takes as long when none is.
	 * @param hash empty when there is nothing that it could fit
	 */
	boolean fits(String password, Optional<String> hash) {
		String text = normalized(password);
		// none that is stored is longer, and of a longer one only the beginning would
		// count
		boolean possible = hash.isPresent() && bytes(text) <= MOST_BYTES;
		this.cores.acquireUninterruptibly();
		try {
			return this.bcrypt.matches(possible ? text : "nobody's", possible ? hash.get() : this.nobodys);
		}
		finally {
			this.cores.release();
		}
	}

	/** Whether it was stored at a lower cost than today's. */
	boolean isOld(String hash) {
		return this.bcrypt.upgradeEncoding(hash);
	}

	private static int bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

	/** Keyboards differ in how they write the same letter. */
	private static String normalized(String password) {
		return Normalizer.normalize(password, Normalizer.Form.NFC);
	}

}
