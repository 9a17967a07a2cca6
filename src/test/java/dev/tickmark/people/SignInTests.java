package dev.tickmark.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
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
import dev.tickmark.ledger.people.People;
import dev.tickmark.ledger.people.Person;
import dev.tickmark.ledger.people.Role;
import dev.tickmark.ledger.people.SignInFailures;

import static org.assertj.core.api.Assertions.assertThat;

@LedgerTest
class SignInTests {

	private static final String PASSWORD = "correct horse battery";

	private final SetClock clock = new SetClock();

	private final Passwords passwords = new Passwords(5);

	private final People people;

	private final SignInFailures failures;

	private final Acts acts;

	private final PlatformTransactionManager transactions;

	private final SignIn signIn;

	private final Person anna;

	/** An IPv6 network of this test alone. */
	private final String network = "2001:db8:%x:%x".formatted(random(), random());

	SignInTests(People people, SignInFailures failures, Acts acts, PlatformTransactionManager transactions) {
		this.people = people;
		this.failures = failures;
		this.acts = acts;
		this.transactions = transactions;
		this.signIn = signIn(this.passwords);
		this.anna = people
			.add("Anna-" + UUID.randomUUID(), "", Set.of(Role.VIEWER), this.passwords.hash(PASSWORD), "root",
					this.clock.instant())
			.orElseThrow();
	}

	@Test
	void nameAndPasswordLetIn() {
		assertThat(attempt(this.anna.login().toUpperCase(), PASSWORD)).isEqualTo(signedIn());
		Act act = this.acts.by(this.anna.login(), Acts.LATEST, 10).getFirst();
		assertThat(act.deed().kind()).isEqualTo(ActKind.SIGN_IN);
		assertThat(act.actor()).isEqualTo(Actor.web(this.anna.login(), this.network + "::1"));
		assertThat(act.at()).isEqualTo(this.clock.instant());
	}

	@Test
	void whyItIsRefusedIsToldToNobodyButTheAudit() {
		assertThat(attempt(this.anna.login(), "wrong")).isEqualTo(new SignInResult.Refused());
		assertThat(comment()).isEqualTo("wrong password");
		this.people.disable(this.anna.id(), this.clock.instant());
		assertThat(attempt(this.anna.login(), PASSWORD)).isEqualTo(new SignInResult.Refused());
		assertThat(comment()).isEqualTo("is disabled");
		Person elsewhere = this.people
			.add("o-" + UUID.randomUUID(), "", Set.of(Role.VIEWER), null, "root", this.clock.instant())
			.orElseThrow();
		assertThat(attempt(elsewhere.login(), "")).isEqualTo(new SignInResult.Refused());
		assertThat(comment()).isEqualTo("has no password here");
	}

	@Test
	void whatIsNobodysNameIsNotWrittenDown() {
		String typedTooEarly = "Winter-2026!" + UUID.randomUUID();
		assertThat(attempt(typedTooEarly, "")).isEqualTo(new SignInResult.Refused());
		assertThat(comment()).isEqualTo("nobody has this name");
		assertThat(this.acts.page(Acts.LATEST, 1).getFirst().actor().who()).isEqualTo("(unknown name)");
		assertThat(attempt("a\0b", "c\0d")).isEqualTo(new SignInResult.Refused());
	}

	@Test
	void afterFiveFailuresEvenTheRightPasswordWaits() {
		fail(this.anna.login(), 5);
		Instant until = this.clock.instant().plus(Throttle.FIRST_WAIT);
		assertThat(attempt(this.anna.login(), PASSWORD)).isEqualTo(new SignInResult.Wait(until));
		assertThat(signIn(this.passwords).attempt(this.anna.login(), PASSWORD, "192.0.2.99"))
			.as("of another process, from elsewhere")
			.isEqualTo(new SignInResult.Wait(until));
		assertThat(this.acts.by(this.anna.login(), Acts.LATEST, 100)).as("only what was looked at").hasSize(5);
		this.clock.pass(Throttle.FIRST_WAIT);
		assertThat(attempt(this.anna.login(), PASSWORD)).isEqualTo(signedIn());
		fail(this.anna.login(), 4);
		assertThat(attempt(this.anna.login(), PASSWORD)).as("it began anew").isEqualTo(signedIn());
	}

	@Test
	void aNameThatNobodyHasWaitsLikeAnother() {
		String nobody = "nobody-" + UUID.randomUUID();
		fail(nobody, 5);
		assertThat(attempt(nobody, PASSWORD)).isInstanceOf(SignInResult.Wait.class);
		this.clock.pass(Throttle.FIRST_WAIT);
		fail(nobody, 1);
		assertThat(attempt(nobody, PASSWORD))
			.isEqualTo(new SignInResult.Wait(this.clock.instant().plus(Duration.ofMinutes(2))));
	}

	@Test
	void anAddressWaitsAfterTwentyFailuresWithWhateverNames() {
		for (int i = 0; i < 20; i++) {
			assertThat(this.signIn.attempt("n-" + UUID.randomUUID(), "x", this.network + "::" + i))
				.isEqualTo(new SignInResult.Refused());
		}
		assertThat(attempt(this.anna.login(), PASSWORD)).isInstanceOf(SignInResult.Wait.class);
		assertThat(this.signIn.attempt(this.anna.login(), PASSWORD, "2001:db8:ffff:" + random() % 1000 + "::1"))
			.isEqualTo(signedIn());
	}

	@Test
	void successesDoNotCountAgainstAnAddressAndDoNotClearIt() {
		for (int i = 0; i < 25; i++) {
			assertThat(attempt(this.anna.login(), PASSWORD)).isEqualTo(signedIn());
		}
		for (int i = 0; i < 20; i++) {
			fail("n-" + UUID.randomUUID(), 1);
			if (i < 19) {
				assertThat(attempt(this.anna.login(), PASSWORD)).isEqualTo(signedIn());
			}
		}
		assertThat(attempt(this.anna.login(), PASSWORD)).isInstanceOf(SignInResult.Wait.class);
	}

	@Test
	void ofManyAtOnceFiveAreLookedAt() throws Exception {
		Callable<SignInResult> guess = () -> attempt(this.anna.login(), "a guess");
		try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
			List<Future<SignInResult>> results = threads.invokeAll(Collections.nCopies(16, guess));
			int refused = 0;
			for (Future<SignInResult> result : results) {
				refused += result.get().equals(new SignInResult.Refused()) ? 1 : 0;
			}
			assertThat(refused).isEqualTo(5);
		}
	}

	@Test
	void anOldHashIsStoredAnewAtSignInAndThePasswordStaysAsOldAsItIs() {
		String before = this.people.passwordHash(this.anna.id()).orElseThrow();
		SignIn today = signIn(new Passwords(6));
		assertThat(today.attempt(this.anna.login(), "wrong", this.network + "::1"))
			.isEqualTo(new SignInResult.Refused());
		assertThat(this.people.passwordHash(this.anna.id())).contains(before);
		assertThat(today.attempt(this.anna.login(), PASSWORD, this.network + "::1")).isEqualTo(signedIn());
		assertThat(this.people.passwordHash(this.anna.id()).orElseThrow()).startsWith("$2b$06$");
		assertThat(this.people.find(this.anna.id())).contains(this.anna);
		assertThat(today.attempt(this.anna.login(), PASSWORD, this.network + "::1")).isEqualTo(signedIn());
	}

	private void fail(String login, int times) {
		for (int i = 0; i < times; i++) {
			assertThat(attempt(login, "wrong")).isEqualTo(new SignInResult.Refused());
		}
	}

	private SignInResult attempt(String login, String password) {
		return this.signIn.attempt(login, password, this.network + "::1");
	}

	private SignIn signIn(Passwords some) {
		return new SignIn(this.people, some, this.failures, this.acts, this.transactions, this.clock);
	}

	private SignInResult signedIn() {
		return new SignInResult.SignedIn(this.anna);
	}

	private @Nullable String comment() {
		Act act = this.acts.page(Acts.LATEST, 1).getFirst();
		assertThat(act.deed().kind()).isEqualTo(ActKind.SIGN_IN_REFUSED);
		return act.deed().comment();
	}

	private static int random() {
		return UUID.randomUUID().hashCode() & 0xffff;
	}

}
