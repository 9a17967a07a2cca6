package dev.tickmark.ledger.people;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tickmark.ledger.LedgerTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@LedgerTest
class PeopleTests {

	private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);

	private final People people;

	private final JdbcClient jdbc;

	private final String login = "Anna." + UUID.randomUUID();

	PeopleTests(People people, JdbcClient jdbc) {
		this.people = people;
		this.jdbc = jdbc;
	}

	@Test
	void aPersonIsReadAsAdded() {
		Person added = add("hash", Role.UPLOADER, Role.RELEASER);
		assertThat(added.login()).isEqualTo(this.login);
		assertThat(added.fullName()).isEqualTo("Änna \"A\" Ünal");
		assertThat(added.roles()).containsExactlyInAnyOrder(Role.UPLOADER, Role.RELEASER);
		assertThat(added.addedAt()).isEqualTo(NOW);
		assertThat(added.addedBy()).isEqualTo("root");
		assertThat(added.passwordChangedAt()).isEqualTo(NOW);
		assertThat(added.enabled()).isTrue();
		assertThat(this.people.find(added.id())).contains(added);
		assertThat(this.people.list()).contains(added);
		assertThat(added.toString()).doesNotContain("hash");
	}

	@Test
	void theCaseOfALoginNameDoesNotCount() {
		Person added = add("hash", Role.VIEWER);
		assertThat(this.people.find(this.login.toUpperCase())).contains(added);
		assertThat(this.people.hold(this.login.toLowerCase())).contains(added);
		assertThat(this.people.add(this.login.toUpperCase(), "", Set.of(Role.AUDITOR), null, "root", NOW)).isEmpty();
		assertThat(this.people.find(added.id())).contains(added);
	}

	@Test
	void thereIsNobodyWithAnyOtherName() {
		assertThat(this.people.find("nobody")).isEmpty();
		assertThat(this.people.find("' or true --")).isEmpty();
		assertThat(this.people.find("a\0b")).isEmpty();
	}

	@Test
	void whoSignsInElsewhereHasNoPassword() {
		Person added = add(null, Role.VIEWER);
		assertThat(added.passwordChangedAt()).isNull();
		assertThat(this.people.passwordHash(added.id())).isEmpty();
	}

	@Test
	void aPasswordIsStoredAnewUnlessItWasChangedMeanwhile() {
		Person added = add("old", Role.VIEWER);
		this.people.storeAnew(added.id(), "better", "old");
		assertThat(this.people.passwordHash(added.id())).contains("better");
		this.people.changePassword(added.id(), "another", NOW.plusSeconds(1));
		this.people.storeAnew(added.id(), "better", "old");
		assertThat(this.people.passwordHash(added.id())).contains("another");
		assertThat(this.people.find(added.id()).map(Person::passwordChangedAt)).contains(NOW.plusSeconds(1));
	}

	@Test
	void rolesAndWhetherAPersonMaySignInChange() {
		long id = add("hash", Role.ADMINISTRATOR).id();
		assertThat(this.people.enabledWith(Role.ADMINISTRATOR)).extracting(Person::id).contains(id);
		this.people.disable(id, NOW);
		assertThat(this.people.find(id).map(Person::disabledAt)).contains(NOW);
		assertThat(this.people.enabledWith(Role.ADMINISTRATOR)).extracting(Person::id).doesNotContain(id);
		this.people.enable(id);
		this.people.changeRoles(id, Set.of(Role.AUDITOR));
		Optional<Person> now = this.people.find(id);
		assertThat(now.map(Person::enabled)).contains(true);
		assertThat(now.map(Person::roles)).contains(Set.of(Role.AUDITOR));
		assertThat(this.people.enabledWith(Role.ADMINISTRATOR)).extracting(Person::id).doesNotContain(id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " anna", "anna b", "anna\n", "änna", "аnna", ".anna", "<b>" })
	void theTableRefusesLoginNamesThatAreNone(String odd) {
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.people.add(odd, "", Set.of(Role.VIEWER), null, "root", NOW));
	}

	@Test
	void theTableRefusesRolesThatAreNone() {
		long id = add("hash", Role.VIEWER).id();
		for (String roles : new String[] { "{}", "{BOSS}", "{VIEWER,BOSS}" }) {
			assertThatExceptionOfType(DataIntegrityViolationException.class)
				.isThrownBy(() -> this.jdbc.sql("update person set roles = cast(? as text[]) where id = ?")
					.params(roles, id)
					.update());
		}
	}

	private Person add(@Nullable String hash, Role... roles) {
		return this.people.add(this.login, "Änna \"A\" Ünal", Set.of(roles), hash, "root", NOW).orElseThrow();
	}

}
