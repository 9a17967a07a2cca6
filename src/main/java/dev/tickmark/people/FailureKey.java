package dev.tickmark.people;

import java.util.Locale;

/** By what failures to sign in are counted. */
final class FailureKey {

	private FailureKey() {
	}

	static String name(String login) {
		return "name " + login.toLowerCase(Locale.ROOT);
	}

	static String address(String address) {
		return "address " + Address.network(address);
	}

}
