package dev.tickmark.people;

import java.util.Locale;

import dev.tickmark.ledger.people.OidcIdentity;

/** By what failures to sign in are counted. */
final class FailureKey {

	private FailureKey() {
	}

	static String name(String login) {
		return "name " + login.toLowerCase(Locale.ROOT);
	}

	static String identity(OidcIdentity identity) {
		return "identity " + identity.issuer() + " " + identity.subject();
	}

	static String address(String address) {
		return "address " + Address.network(address);
	}

}
