package dev.tickmark.people;

import java.util.Set;

import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.ApiKey;
import dev.tickmark.ledger.people.Person;

/**
 * Whom a program comes for.
 *
 * @param permissions what it may do: what the key is for, as far as its owner may
 */
public record KeyHolder(ApiKey key, Person owner, Set<Permission> permissions) {

	public KeyHolder {
		permissions = Set.copyOf(permissions);
	}

	public Actor from(String address) {
		return Actor.api(this.owner.login(), this.key.prefix(), address);
	}

}
