package dev.tickmark.web;

import java.util.Set;

import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

import dev.tickmark.ledger.people.Actor;
import dev.tickmark.people.Permission;

/** A person whom another system has signed in. Roles are ours, whatever that one says. */
final class OidcPerson extends DefaultOidcUser implements PersonCaller {

	private final SignedIn person;

	OidcPerson(SignedIn person, OidcUser told) {
		super(Authorities.of(person.permissions()), told.getIdToken(), told.getUserInfo());
		this.person = person;
	}

	@Override
	public SignedIn person() {
		return this.person;
	}

	@Override
	public String login() {
		return this.person.login();
	}

	@Override
	public String getName() {
		return login();
	}

	@Override
	public Set<Permission> permissions() {
		return this.person.permissions();
	}

	@Override
	public Actor from(String address) {
		return this.person.from(address);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof OidcPerson oidc && oidc.person.equals(this.person);
	}

	@Override
	public int hashCode() {
		return this.person.hashCode();
	}

	/** Without the token, which nothing needs to show. */
	@Override
	public String toString() {
		return login();
	}

}
