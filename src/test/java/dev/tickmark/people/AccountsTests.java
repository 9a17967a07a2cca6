package dev.tickmark.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;

import dev.tickmark.ledger.LedgerTest;
import dev.tickmark.ledger.people.Act;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.People;
import dev.tickmark.ledger.people.Person;
import dev.tickmark.ledger.people.Role;
import dev.tickmark.ledger.people.SignInFailures;

import static org.assertj.core.api.Assertions.assertThat;

@LedgerTest
class AccountsTests {

	private static final Actor ROOT = Actor.console("root");

	private static final String PASSWORD = "correct horse battery";

	private final Passwords passwords = new Passwords(5);

	private final People people;

	private final Acts acts;

	private final SignInFailures failures;

	private final Accounts accounts;

	private final String login = "Anna-" + UUID.randomUUID();

	AccountsTests(People people, Acts acts, SignInFailures failures, PlatformTransactionManager transactions) {
		this.people = people;
		this.acts = acts;
		this.failures = failures;
		this.accounts = new Accounts(people, acts, this.passwords, failures, transactions);
	}

	@Test
	void aPersonIsAddedAndThatIsWrittenDown() {
		Person anna = add(Role.RELEASER, Role.VIEWER);
		assertThat(anna.login()).isEqualTo(this.login);
		assertThat(anna.fullName()).isEqualTo("Anna Ünal");
		assertThat(anna.addedBy()).isEqualTo("root");
		String hash = this.people.passwordHash(anna.id()).orElseThrow();
		assertThat(this.passwords.fits(PASSWORD, Optional.of(hash))).isTrue();
		assertNoted(ActKind.PERSON_ADDED, "VIEWER, RELEASER");
	}

	@Test
	void whatIsNoPersonIsRefusedAndNothingWrittenDown() {
		add(Role.VIEWER);
		assertThat(this.accounts.problem(person(this.login.toUpperCase())).orElseThrow())
			.startsWith("There is a person with the login name ");
		assertRefused(this.accounts.add(ROOT, person(this.login.toUpperCase()), PASSWORD), "There is a person");
		assertRefused(this.accounts.add(ROOT, person("anna b"), PASSWORD), "A login name begins with");
		assertRefused(this.accounts.add(ROOT, person("x-" + this.login), "short"), "The password has 5 characters;");
		assertRefused(this.accounts.add(ROOT, new NewPerson("x-" + this.login, "", Set.of()), null), "at least one");
		assertRefused(this.accounts.add(ROOT, new NewPerson("x-" + this.login, "a\nb", Set.of(Role.VIEWER)), null),
				"The full name has a character");
		assertRefused(
				this.accounts.add(ROOT, new NewPerson("x-" + this.login, "a".repeat(201), Set.of(Role.VIEWER)), null),
				"The full name has more than 200");
		assertNoted(ActKind.PERSON_ADDED, "VIEWER");
	}

	@Test
	void everyChangeIsWrittenDownAndNoChangeIsNot() {
		add(Role.VIEWER);
		assertThat(person(this.accounts.changeRoles(ROOT, this.login, Set.of(Role.AUDITOR))).roles())
			.containsExactly(Role.AUDITOR);
		this.accounts.changeRoles(ROOT, this.login, Set.of(Role.AUDITOR));
		assertThat(person(this.accounts.disable(ROOT, this.login)).enabled()).isFalse();
		this.accounts.disable(ROOT, this.login);
		assertThat(person(this.accounts.enable(ROOT, this.login)).enabled()).isTrue();
		this.accounts.enable(ROOT, this.login);
		this.accounts.changePassword(ROOT, this.login, "another one, better");
		assertThat(kinds()).containsExactly(ActKind.PASSWORD_CHANGED, ActKind.PERSON_ENABLED, ActKind.PERSON_DISABLED,
				ActKind.ROLES_CHANGED, ActKind.PERSON_ADDED);
		assertThat(mine()).extracting((act) -> act.deed().comment()).contains("AUDITOR; before: VIEWER");
	}

	@Test
	void aNewPasswordAndBeingEnabledForgetTheFailures() {
		add(Role.VIEWER);
		String key = FailureKey.name(this.login);
		Instant now = Instant.now();
		this.failures.add(key, now);
		this.accounts.changePassword(ROOT, this.login, "another one, better");
		assertThat(this.failures.of(key, now)).isEmpty();
		this.failures.add(key, now);
		this.accounts.enable(ROOT, this.login);
		assertThat(this.failures.of(key, now)).isEmpty();
		assertRefused(this.accounts.changePassword(ROOT, this.login, this.login), "The password is the login name");
	}

	@Test
	void nobodyIsChangedWhoIsNotThere() {
		String sentence = "There is no person with the login name nobody-here.";
		assertThat(this.accounts.unknown("nobody-here")).contains(sentence);
		assertRefused(this.accounts.disable(ROOT, "nobody-here"), sentence);
		assertRefused(this.accounts.enable(ROOT, "nobody-here"), sentence);
		assertRefused(this.accounts.changeRoles(ROOT, "nobody-here", Set.of(Role.VIEWER)), sentence);
		assertRefused(this.accounts.changePassword(ROOT, "nobody-here", PASSWORD), sentence);
		assertRefused(this.accounts.disable(ROOT, "<script>"), "There is no person with such a login name.");
	}

	@Test
	void theLastAdministratorStaysOne() {
		disableAdministrators();
		Person first = add(Role.ADMINISTRATOR, Role.VIEWER);
		assertRefused(this.accounts.disable(ROOT, this.login), this.login + " is the last administrator");
		assertRefused(this.accounts.changeRoles(ROOT, this.login, Set.of(Role.VIEWER)), this.login + " is the last");
		this.accounts.changeRoles(ROOT, this.login, Set.of(Role.ADMINISTRATOR));
		Person second = person(
				this.accounts.add(ROOT, new NewPerson("b-" + this.login, "", Set.of(Role.ADMINISTRATOR)), null));
		assertThat(person(this.accounts.disable(ROOT, first.login())).enabled()).isFalse();
		assertRefused(this.accounts.disable(ROOT, second.login()), second.login() + " is the last administrator");
		assertThat(person(this.accounts.changeRoles(ROOT, first.login(), Set.of(Role.VIEWER))).roles())
			.as("who is disabled is none that counts")
			.containsExactly(Role.VIEWER);
	}

	@Test
	void twoAdministratorsCannotDisableEachOtherAtTheSameTime() throws Exception {
		for (int round = 0; round < 5; round++) {
			disableAdministrators();
			List<String> two = List.of("a" + round + this.login, "b" + round + this.login);
			two.forEach((each) -> this.accounts.add(ROOT, new NewPerson(each, "", Set.of(Role.ADMINISTRATOR)), null));
			CyclicBarrier start = new CyclicBarrier(2);
			List<Callable<Changed>> both = two.stream().<Callable<Changed>>map((each) -> () -> {
				start.await();
				return this.accounts.disable(ROOT, each);
			}).toList();
			try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
				int done = 0;
				for (Future<Changed> result : threads.invokeAll(both)) {
					done += (result.get() instanceof Changed.Done) ? 1 : 0;
				}
				assertThat(done).isOne();
			}
		}
	}

	private void disableAdministrators() {
		this.people.enabledWith(Role.ADMINISTRATOR)
			.forEach((person) -> this.people.disable(person.id(), Instant.now()));
	}

	private Person add(Role... roles) {
		return person(this.accounts.add(ROOT, new NewPerson(this.login, " Anna Ünal ", Set.of(roles)), PASSWORD));
	}

	private static NewPerson person(String login) {
		return new NewPerson(login, "", Set.of(Role.VIEWER));
	}

	private static Person person(Changed changed) {
		return ((Changed.Done) changed).person();
	}

	private static void assertRefused(Changed changed, String sentence) {
		assertThat(changed).isInstanceOfSatisfying(Changed.Refused.class,
				(refused) -> assertThat(refused.why()).contains(sentence).endsWith("."));
	}

	private void assertNoted(ActKind kind, String comment) {
		Act act = mine().getFirst();
		assertThat(act.actor()).isEqualTo(ROOT);
		assertThat(act.deed().kind()).isEqualTo(kind);
		assertThat(act.deed().comment()).isEqualTo(comment);
	}

	private List<ActKind> kinds() {
		return mine().stream().map((act) -> act.deed().kind()).toList();
	}

	private List<Act> mine() {
		return this.acts.page(Acts.LATEST, 500)
			.stream()
			.filter((act) -> this.login.equals(act.deed().subject()))
			.toList();
	}

}
