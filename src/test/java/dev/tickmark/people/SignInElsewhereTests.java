package dev.tickmark.people;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;

import dev.tickmark.ledger.LedgerTest;
import dev.tickmark.ledger.people.Act;
import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.OidcIdentity;
import dev.tickmark.ledger.people.People;
import dev.tickmark.ledger.people.Person;
import dev.tickmark.ledger.people.Role;
import dev.tickmark.ledger.people.SignInFailures;
import dev.tickmark.people.SignInElsewhere.Result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@LedgerTest
class SignInElsewhereTests {

	private static final Actor ROOT = Actor.console("root");

	private static final String ISSUER = "https://id.example";

	private final People people;

	private final Acts acts;

	private final Accounts accounts;

	private final SignInElsewhere elsewhere;

	private final String login = "anna-" + UUID.randomUUID();

	private final OidcIdentity hers = identity();

	SignInElsewhereTests(People people, Acts acts, SignInFailures failures, PlatformTransactionManager transactions) {
		this.people = people;
		this.acts = acts;
		this.accounts = new Accounts(people, acts, new Passwords(5), failures, transactions);
		this.elsewhere = new SignInElsewhere(people, failures, acts, transactions);
	}

	@Test
	void theFirstAccountThatComesWithTheNameBecomesThePersonsAndStaysItWhateverItsName() {
		Person anna = add(this.login, null);
		assertThat(anna.identity()).isNull();
		Person first = known(this.hers, this.login.toUpperCase());
		assertThat(first.id()).isEqualTo(anna.id());
		assertThat(first.identity()).isEqualTo(this.hers);
		assertThat(first.boundAt()).isNotNull();
		assertThat(last().deed().kind()).isEqualTo(ActKind.IDENTITY_BOUND);
		assertThat(last().deed().comment()).isEqualTo(this.hers.words()).doesNotContain(this.hers.subject());
		Person other = add("b-" + this.login, null);
		assertThat(known(this.hers, "renamed")).isEqualTo(first);
		assertThat(known(this.hers, other.login())).as("the name of another person").isEqualTo(first);
		assertThat(known(this.hers)).isEqualTo(first);
		assertThat(this.people.find(other.id()).orElseThrow().identity()).isNull();
		assertThat(mine()).hasSize(1);
	}

	@Test
	void anotherAccountWithTheSameNameIsRefusedAndWrittenDown() {
		add(this.login, null);
		known(this.hers, this.login);
		for (OidcIdentity other : List.of(identity(), new OidcIdentity("https://other.example", this.hers.subject()))) {
			assertThat(refused(other, this.login)).contains("The name " + this.login + " belongs to another account",
					"ask an administrator");
			assertThat(last().deed().kind()).isEqualTo(ActKind.SIGN_IN_REFUSED);
			assertThat(last().actor()).isEqualTo(Actor.web(this.login, "10.0.0.9"));
			assertThat(last().deed().comment())
				.isEqualTo("belongs to " + this.hers.words() + ", not to " + other.words());
		}
		assertThat(known(this.hers, this.login).identity()).isEqualTo(this.hers);
	}

	@Test
	void whoTriesAgainAndAgainDoesNotFillTheTable() {
		add(this.login, null);
		known(this.hers, this.login);
		OidcIdentity other = identity();
		for (int i = 0; i < 30; i++) {
			refused(other, this.login);
		}
		assertThat(mine()).hasSize(6);
		assertThat(known(this.hers, this.login).login()).isEqualTo(this.login);
	}

	@Test
	void whenItIsForgottenTheNextBecomesThePersons() {
		add(this.login, null);
		known(this.hers, this.login);
		OidcIdentity next = identity();
		refused(next, this.login);
		this.accounts.forgetIdentity(ROOT, this.login);
		assertThat(last().deed()).satisfies((deed) -> {
			assertThat(deed.kind()).isEqualTo(ActKind.IDENTITY_FORGOTTEN);
			assertThat(deed.comment()).isEqualTo(this.hers.words());
		});
		int acts = mine().size();
		this.accounts.forgetIdentity(ROOT, this.login);
		assertThat(mine()).as("it was forgotten already").hasSize(acts);
		assertThat(known(next, this.login).identity()).isEqualTo(next);
		assertThat(refused(this.hers, this.login)).contains("belongs to another account");
	}

	@Test
	void whoIsNotHereOrDisabledOrHasAPasswordDoesNotComeIn() {
		assertThat(refused(this.hers, this.login)).contains("not here");
		assertThat(refused(this.hers)).contains("not here");
		Person anna = add(this.login, null);
		known(this.hers, this.login);
		this.people.disable(anna.id(), Instant.now());
		assertThat(refused(this.hers, "renamed")).contains("not any more");
		assertThat(last().deed().comment()).startsWith("is disabled, by the account …");
		this.people.enable(anna.id());
		this.accounts.changePassword(ROOT, this.login, "correct horse battery");
		assertThat(refused(this.hers, this.login)).contains("have a password");
		this.accounts.removePassword(ROOT, this.login);
		assertThat(last().deed().kind()).isEqualTo(ActKind.PASSWORD_CHANGED);
		assertThat(last().deed().comment()).isEqualTo("removed");
		assertThat(known(this.hers, this.login).passwordChangedAt()).isNull();
		Person bert = add("bert-" + this.login, "correct horse battery");
		assertThat(refused(identity(), bert.login())).contains("have a password");
		assertThat(this.people.find(bert.id()).orElseThrow().identity()).isNull();
	}

	@Test
	void aVerifiedAddressCountsWhereNobodyHasTheName() {
		String address = this.login + "@example.org";
		add(address, null);
		assertThat(known(this.hers, "nobody-" + this.login, address).login()).isEqualTo(address);
	}

	@Test
	void ofTwoAtTheSameMomentOneComesIn() throws Exception {
		add(this.login, null);
		CyclicBarrier start = new CyclicBarrier(2);
		Callable<Result> attempt = () -> {
			OidcIdentity own = identity();
			start.await();
			return attempt(own, this.login);
		};
		try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
			int known = 0;
			for (Future<Result> result : threads.invokeAll(List.of(attempt, attempt))) {
				known += (result.get() instanceof Result.Known) ? 1 : 0;
			}
			assertThat(known).isOne();
		}
	}

	@Test
	void anAccountUnderTwoNamesAtTheSameMomentIsOnePersons() throws Exception {
		List<String> names = List.of(add(this.login, null).login(), add("b-" + this.login, null).login());
		CyclicBarrier start = new CyclicBarrier(2);
		List<Callable<Result>> both = names.stream().<Callable<Result>>map((name) -> () -> {
			start.await();
			return attempt(this.hers, name);
		}).toList();
		try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
			List<Future<Result>> results = threads.invokeAll(both);
			assertThat(results.getFirst().get()).isInstanceOf(Result.Known.class).isEqualTo(results.getLast().get());
		}
	}

	@Test
	void whatIsNoAccountIsRefused() {
		for (String odd : List.of("", " ", "a\0b", "x".repeat(1001))) {
			assertThatIllegalArgumentException().isThrownBy(() -> new OidcIdentity(ISSUER, odd));
			assertThatIllegalArgumentException().isThrownBy(() -> new OidcIdentity(odd, "1"));
		}
		assertThat(new OidcIdentity(ISSUER, "12345678").toString()).isEqualTo("the account … of " + ISSUER);
	}

	private Person add(String name, @Nullable String password) {
		return ((Changed.Done) this.accounts.add(ROOT, new NewPerson(name, "", Set.of(Role.VIEWER)), password))
			.person();
	}

	private Result attempt(OidcIdentity identity, String... names) {
		return this.elsewhere.attempt(identity, List.of(names), "10.0.0.9");
	}

	private Person known(OidcIdentity identity, String... names) {
		return ((Result.Known) attempt(identity, names)).person();
	}

	private String refused(OidcIdentity identity, String... names) {
		return ((Result.Refused) attempt(identity, names)).why();
	}

	private Act last() {
		return mine().getFirst();
	}

	/** The latest first; without that the person was added. */
	private List<Act> mine() {
		return this.acts.page(Acts.LATEST, 500)
			.stream()
			.filter((act) -> this.login.equals(act.actor().who()) || this.login.equals(act.deed().subject()))
			.filter((act) -> act.deed().kind() != ActKind.PERSON_ADDED)
			.toList();
	}

	private static OidcIdentity identity() {
		return new OidcIdentity(ISSUER, UUID.randomUUID().toString());
	}

}
