package dev.tickmark.ledger.people;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param login the name to sign in with, as it was first written; its case does not count
 * @param fullName empty when nobody said it
 * @param passwordChangedAt null for who has no password here and signs in elsewhere
 * @param addedBy a login name, or at the console the operating system's
 * @param disabledAt null while the person may sign in
 * @param identity the account elsewhere that the person signs in with; null while none is
 * known
 * @param boundAt since when it is known; null while it is not
 */
public record Person(long id, String login, String fullName, Set<Role> roles, Instant addedAt, String addedBy,
		@Nullable Instant passwordChangedAt, @Nullable Instant disabledAt, @Nullable OidcIdentity identity,
		@Nullable Instant boundAt) {

	public Person {
		roles = Set.copyOf(roles);
	}

	public boolean enabled() {
		return this.disabledAt == null;
	}

}
