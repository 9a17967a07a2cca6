package dev.tickmark.sandbox;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The sessions that the register remembers. The id of a customer's n-th session follows
 * from both, so that a customer's sessions are found without an index.
 */
final class PaysafeSessions {

	/** The life of a session that nobody is to see the end of. */
	private static final Duration DAY = Duration.ofDays(1);

	private static final int ID_BYTES = 12;

	// As many as SHA-512 has
	private static final int CODE_BYTES = 64;

	private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");

	private static final SecureRandom RANDOM = new SecureRandom();

	private final Register register;

	private final Bookkeeping books;

	private final Duration pendingFor;

	private final Duration life;

	/**
	 * Sessions as they are opened from now on.
	 * @param register what remembers them
	 * @param behaviour how long a person takes, and how the books are kept
	 * @param life how long a session lives
	 */
	PaysafeSessions(Register register, Behaviour behaviour, Duration life) {
		this.register = register;
		this.books = behaviour.bookkeeping();
		this.pendingFor = behaviour.pendingFor();
		this.life = life;
	}

	/** All sessions of a customer, the oldest first. */
	List<PaysafeSession> of(String customer) {
		List<PaysafeSession> sessions = new ArrayList<>();
		PaysafeSession next = known(id(customer, 0));
		while (next != null) {
			sessions.add(next);
			next = known(id(customer, sessions.size()));
		}
		return sessions;
	}

	/** The customer's session with this id, or null. */
	@Nullable PaysafeSession find(String customer, String id) {
		PaysafeSession session = ID.matcher(id).matches() ? known(id) : null;
		return (session != null && session.kept().customer().equals(customer)) ? session : null;
	}

	/** The session that a person's link belongs to, or null. */
	@Nullable PaysafeSession linked(String link) {
		String id = link.substring(0, 2 * ID_BYTES);
		return PaysafeSession.link(id).equals(link) ? known(id) : null;
	}

	/**
	 * Opens a customer's session.
	 * @param before the number of sessions the customer had
	 * @return the session, or null when somebody else opened one meanwhile
	 */
	@Nullable PaysafeSession open(String customer, int before, PaysafeReport report, String returnUrl) {
		long now = System.currentTimeMillis();
		long expiresAt = now + ((report == PaysafeReport.LIVES_A_DAY) ? DAY : this.life).toMillis();
		long endsAt = report.finishes() ? now + this.pendingFor.toMillis() : Long.MAX_VALUE;
		PaysafeSession session = new PaysafeSession(id(customer, before), report, now, endsAt,
				new PaysafeSession.Kept(customer, returnUrl, secureCode(), expiresAt));
		Submission fresh = session.submission();
		Charge charge = this.books.charge(now, session.id(), "", session.conclusion(), customer);
		return (this.register.accept(new Entry(fresh, charge)) == fresh) ? session : null;
	}

	private @Nullable PaysafeSession known(String id) {
		Submission submission = this.register.find(id);
		return (submission != null) ? PaysafeSession.of(id, submission) : null;
	}

	/** The id of a customer's session, the first of which has the number 0. */
	static String id(String customer, int number) {
		byte[] hash = Fingerprint.sha256("paysafe:" + customer + ":" + number);
		return HexFormat.of().formatHex(hash, 0, ID_BYTES);
	}

	// Padded by its length and never without a plus, so that a link in which it is not
	// encoded does not open
	private static String secureCode() {
		byte[] bytes = new byte[CODE_BYTES];
		String code = "";
		while (code.indexOf('+') < 0) {
			RANDOM.nextBytes(bytes);
			code = Base64.getEncoder().encodeToString(bytes);
		}
		return code;
	}

}
