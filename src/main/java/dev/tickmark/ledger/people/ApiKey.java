package dev.tickmark.ledger.people;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A key with which a program comes for a person.
 *
 * @param name what the person calls it
 * @param prefix the part of it that may be shown
 * @param sha256 of its secret
 * @param lastUsedAt to the minute
 */
public record ApiKey(long id, long owner, String name, String prefix, String sha256, Set<Scope> scopes,
		Instant createdAt, Instant expiresAt, @Nullable Instant revokedAt, @Nullable Instant lastUsedAt) {

	public ApiKey {
		scopes = Set.copyOf(scopes);
	}

	/** Whether it opens anything at that moment. */
	public boolean holds(Instant at) {
		return this.revokedAt == null && at.isBefore(this.expiresAt);
	}

}
