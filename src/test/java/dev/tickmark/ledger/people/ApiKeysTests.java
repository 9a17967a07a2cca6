package dev.tickmark.ledger.people;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tickmark.ledger.LedgerTest;

import static org.assertj.core.api.Assertions.assertThat;

@LedgerTest
class ApiKeysTests {

	private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);

	private static final Duration DAY = Duration.ofDays(1);

	private final ApiKeys keys;

	private final long owner;

	ApiKeysTests(ApiKeys keys, People people) {
		this.keys = keys;
		this.owner = people.add("k" + UUID.randomUUID(), "", Set.of(Role.UPLOADER), null, "root", NOW)
			.orElseThrow()
			.id();
	}

	@Test
	void aKeyIsReadAsAdded() {
		ApiKey added = add();
		assertThat(added.owner()).isEqualTo(this.owner);
		assertThat(added.name()).isEqualTo("the nightly job");
		assertThat(added.sha256()).isEqualTo("ab".repeat(32));
		assertThat(added.scopes()).containsExactlyInAnyOrder(Scope.READ, Scope.SUBMIT);
		assertThat(added.createdAt()).isEqualTo(NOW);
		assertThat(added.expiresAt()).isEqualTo(NOW.plus(DAY));
		assertThat(added.revokedAt()).isNull();
		assertThat(added.lastUsedAt()).isNull();
		assertThat(this.keys.find(added.prefix())).contains(added);
		assertThat(this.keys.find("nokey000")).isEmpty();
	}

	@Test
	void aPersonsKeysAreListedTheLatestFirst() {
		ApiKey first = add();
		ApiKey second = add();
		assertThat(this.keys.of(this.owner)).containsExactly(second, first);
		assertThat(this.keys.list(2)).containsExactly(second, first);
		assertThat(this.keys.of(-1)).isEmpty();
	}

	@Test
	void aKeyHoldsUntilItExpiresOrIsRevoked() {
		ApiKey key = add();
		assertThat(key.holds(NOW)).isTrue();
		assertThat(key.holds(NOW.plus(DAY))).isFalse();
		assertThat(this.keys.holding(this.owner, NOW)).isOne();
		assertThat(this.keys.holding(this.owner, NOW.plus(DAY))).isZero();
		assertThat(this.keys.revoke(key.id(), NOW)).isTrue();
		assertThat(this.keys.revoke(key.id(), NOW.plusSeconds(1))).isFalse();
		ApiKey revoked = this.keys.find(key.prefix()).orElseThrow();
		assertThat(revoked.revokedAt()).isEqualTo(NOW);
		assertThat(revoked.holds(NOW)).isFalse();
		assertThat(this.keys.holding(this.owner, NOW)).isZero();
	}

	@Test
	void itsUseIsNotedToTheMinute() {
		ApiKey key = add();
		this.keys.used(key.id(), NOW);
		this.keys.used(key.id(), NOW.plusSeconds(59));
		assertThat(used(key)).isEqualTo(NOW);
		this.keys.used(key.id(), NOW.plusSeconds(61));
		assertThat(used(key)).isEqualTo(NOW.plusSeconds(61));
	}

	private @Nullable Instant used(ApiKey key) {
		return this.keys.find(key.prefix()).orElseThrow().lastUsedAt();
	}

	private ApiKey add() {
		String prefix = UUID.randomUUID().toString().substring(0, 8);
		return this.keys.add(this.owner, "the nightly job", prefix, "ab".repeat(32), Set.of(Scope.READ, Scope.SUBMIT),
				NOW, NOW.plus(DAY));
	}

}
