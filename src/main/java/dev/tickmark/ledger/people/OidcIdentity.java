package dev.tickmark.ledger.people;

import java.io.Serializable;

/**
 * An account at an identity provider: issuer and subject together never become another
 * one's (OpenID Connect Core 1.0, section 5.7). A name there can.
 */
public record OidcIdentity(String issuer, String subject) implements Serializable {

	private static final int LONGEST_ISSUER = 1000;

	private static final int LONGEST_SUBJECT = 255;

	/** Of a subject that is shorter nothing is shown. */
	private static final int LONG = 8;

	private static final int SHOWN = 4;

	/**
	 * Refuses what no identity provider says.
	 * @throws IllegalArgumentException when it is empty, too long or not to be printed
	 */
	public OidcIdentity {
		if (!isPlain(issuer, LONGEST_ISSUER) || !isPlain(subject, LONGEST_SUBJECT)) {
			throw new IllegalArgumentException("no account at an identity provider");
		}
	}

	private static boolean isPlain(String text, int longest) {
		return !text.isBlank() && text.length() <= longest && text.codePoints().noneMatch(Character::isISOControl);
	}

	/**
	 * In words. A subject may be a number that is nobody's business, so its end alone.
	 */
	public String words() {
		String end = (this.subject.length() > LONG) ? this.subject.substring(this.subject.length() - SHOWN) : "";
		return "the account …" + end + " of " + this.issuer;
	}

	@Override
	public String toString() {
		return words();
	}

}
