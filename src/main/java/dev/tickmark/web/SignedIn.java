package dev.tickmark.web;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.OidcIdentity;
import dev.tickmark.ledger.people.Person;
import dev.tickmark.ledger.people.Role;
import dev.tickmark.people.Permission;
import dev.tickmark.people.Rights;

/**
 * A person as it was when it signed in.
 *
 * @param id the person's number
 * @param passwordChangedAt null for who has no password here
 * @param identity the account elsewhere that is the person's; null while none is known
 */
record SignedIn(long id, String login, Set<Role> roles, @Nullable Instant passwordChangedAt,
		@Nullable OidcIdentity identity) implements PersonCaller, Serializable {

	SignedIn {
		roles = Set.copyOf(roles);
	}

	static SignedIn of(Person person) {
		return new SignedIn(person.id(), person.login(), person.roles(), person.passwordChangedAt(), person.identity());
	}

	@Override
	public SignedIn person() {
		return this;
	}

	/** Whether nothing has changed since that ends a session. */
	boolean isStill(Person now) {
		return now.enabled() && now.roles().equals(this.roles)
				&& Objects.equals(now.passwordChangedAt(), this.passwordChangedAt)
				&& Objects.equals(now.identity(), this.identity);
	}

	@Override
	public Set<Permission> permissions() {
		return Rights.of(this.roles);
	}

	@Override
	public Actor from(String address) {
		return Actor.web(this.login, address);
	}

	/** What Spring Security calls the person. */
	@Override
	public String toString() {
		return this.login;
	}

}
