package dev.tickmark.people;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.tickmark.ledger.people.Role;
import dev.tickmark.ledger.people.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/** Every role with every permission. A line of this table is a decision. */
class RightsTests {

	private static final String ROLES = """
			permission        VIEWER  UPLOADER  RELEASER  ADMINISTRATOR  AUDITOR
			SEE_RUNS          yes     yes       yes       yes            yes
			SEE_RESULTS       yes     yes       yes       -              yes
			DOWNLOAD_REPORTS  yes     yes       yes       -              yes
			SEE_ACTION_LINKS  -       yes       yes       -              -
			UPLOAD            -       yes       -         -              -
			RUN               -       yes       -         -              -
			RELEASE           -       -         yes       -              -
			REMEMBER_MATCHES  -       -         yes       -              -
			MANAGE_PEOPLE     -       -         -         yes            -
			MANAGE_KEYS       -       -         -         yes            -
			SEE_AUDIT         -       -         -         -              yes
			""";

	private static final String SCOPES = """
			permission        READ  SUBMIT
			SEE_RUNS          yes   -
			SEE_RESULTS       yes   -
			DOWNLOAD_REPORTS  yes   -
			SEE_ACTION_LINKS  -     yes
			UPLOAD            -     yes
			RUN               -     yes
			RELEASE           -     -
			REMEMBER_MATCHES  -     -
			MANAGE_PEOPLE     -     -
			MANAGE_KEYS       -     -
			SEE_AUDIT         -     -
			""";

	@Test
	void everyRoleMayDoThisAndNothingElse() {
		assertThat(table(Stream.of(Role.values()).map(Role::name).toArray(String[]::new),
				Stream.of(Role.values()).map(Rights::of).toList().toArray(Set[]::new)))
			.isEqualTo(table(ROLES));
	}

	@Test
	void everyScopeOpensThisAndNothingElse() {
		assertThat(table(Stream.of(Scope.values()).map(Scope::name).toArray(String[]::new),
				Stream.of(Scope.values()).map(Rights::of).toList().toArray(Set[]::new)))
			.isEqualTo(table(SCOPES));
	}

	@Test
	void severalRolesMayDoWhatEachMay() {
		assertThat(Rights.of(Set.of(Role.ADMINISTRATOR, Role.RELEASER))).contains(Permission.MANAGE_PEOPLE,
				Permission.RELEASE);
		assertThat(Rights.of(Set.<Role>of())).isEmpty();
	}

	@Test
	void aKeyOpensNoMoreThanItsOwnerMay() {
		assertThat(Rights.of(Set.of(Scope.values()), Set.of(Role.VIEWER))).isEqualTo(Rights.of(Set.of(Role.VIEWER)));
		assertThat(Rights.of(Set.of(Scope.SUBMIT), Set.of(Role.VIEWER, Role.AUDITOR))).isEmpty();
		assertThat(Rights.of(Set.of(Scope.values()), Set.of(Role.values()))).doesNotContain(Permission.MANAGE_PEOPLE,
				Permission.MANAGE_KEYS, Permission.SEE_AUDIT);
	}

	private static String table(String[] columns, Set<?>[] allowed) {
		String head = "permission " + String.join(" ", columns) + "\n";
		return Stream.of(Permission.values())
			.map((permission) -> permission + Stream.of(allowed)
				.map((some) -> some.contains(permission) ? " yes" : " -")
				.collect(Collectors.joining()) + "\n")
			.collect(Collectors.joining("", head, ""));
	}

	private static String table(String written) {
		return written.replaceAll(" +", " ");
	}

}
