package dev.tickmark.ledger.people;

import org.jspecify.annotations.Nullable;

/**
 * Who acts.
 *
 * @param who the login name, or at the console the operating system's
 * @param keyPrefix which API key it was, if it was one
 * @param address from where, unless it was the console
 */
public record Actor(String who, Through through, @Nullable String keyPrefix, @Nullable String address) {

	/** More than that of a name or an address says nothing more. */
	private static final int LONGEST = 100;

	public Actor {
		if ((through == Through.API) != (keyPrefix != null)) {
			throw new IllegalArgumentException("whoever comes through the API has a key, and nobody else");
		}
		who = cut(who);
		address = (address != null) ? cut(address) : null;
	}

	private static String cut(String text) {
		return (text.length() <= LONGEST) ? text : text.substring(0, LONGEST);
	}

	/** The operating system's user, at the console. */
	public static Actor console(String user) {
		return new Actor(user, Through.CONSOLE, null, null);
	}

	public static Actor web(String login, String address) {
		return new Actor(login, Through.WEB, null, address);
	}

	public static Actor api(String login, String keyPrefix, String address) {
		return new Actor(login, Through.API, keyPrefix, address);
	}

}
