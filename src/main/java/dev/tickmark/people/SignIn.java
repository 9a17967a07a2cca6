package dev.tickmark.people;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.Deed;
import dev.tickmark.ledger.people.People;
import dev.tickmark.ledger.people.Person;
import dev.tickmark.ledger.people.SignInFailures;

/**
 * Signing in with name and password. An attempt counts as failed before the password is
 * looked at, and no more when it fits: many at once cannot all be the first.
 */
@Component
public class SignIn {

	/**
	 * Stands for a name that nobody has: it may be a password, typed a line too early.
	 */
	static final String UNKNOWN = "(unknown name)";

	private static final long NOBODY = -1;

	private final People people;

	private final Passwords passwords;

	private final SignInFailures failures;

	private final Acts acts;

	private final TransactionTemplate transaction;

	private final Clock clock;

	@Autowired
	SignIn(People people, Passwords passwords, SignInFailures failures, Acts acts,
			PlatformTransactionManager transactions) {
		this(people, passwords, failures, acts, transactions, Clock.systemUTC());
	}

	SignIn(People people, Passwords passwords, SignInFailures failures, Acts acts,
			PlatformTransactionManager transactions, Clock clock) {
		this.people = people;
		this.passwords = passwords;
		this.failures = failures;
		this.acts = acts;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * Tries it.
	 * @param address from where
	 */
	public SignInResult attempt(String login, String password, String address) {
		return attempt(login, password, address, true);
	}

	/**
	 * Looks whether whoever is signed in is still the person who has the password. It
	 * counts as an attempt, and is no signing in.
	 * @param address from where
	 */
	public SignInResult confirm(String login, String password, String address) {
		return attempt(login, password, address, false);
	}

	private SignInResult attempt(String login, String password, String address, boolean comesIn) {
		Admission admission = inTransaction(() -> admit(login, address));
		if (admission instanceof Admission.Not not) {
			return new SignInResult.Wait(not.until());
		}
		Optional<Person> known = this.people.find(login);
		// asked for nobody as well: it shall take as long
		Optional<String> hash = this.people.passwordHash(known.map(Person::id).orElse(NOBODY));
		boolean fits = this.passwords.fits(password, hash);
		if (known.isEmpty() || hash.isEmpty() || !fits || !known.get().enabled()) {
			refused(known, hash, fits, address);
			return new SignInResult.Refused();
		}
		Person person = known.get();
		// of the old one is made a better one while the password is at hand
		Optional<String> anew = hash.filter(this.passwords::isOld).map((_) -> this.passwords.hash(password));
		inTransaction(() -> {
			anew.ifPresent((better) -> this.people.storeAnew(person.id(), better, hash.get()));
			this.failures.forget(FailureKey.name(login));
			this.failures.remove(((Admission.Counted) admission).ofAddress());
			if (comesIn) {
				this.acts.add(Actor.web(person.login(), address), Deed.of(ActKind.SIGN_IN), now());
			}
			return true;
		});
		return new SignInResult.SignedIn(person);
	}

	private Admission admit(String login, String address) {
		Instant now = now();
		// always in this order: who holds the one and waits for the other would be waited
		// for
		Optional<Instant> ofAddress = Throttle.ADDRESS.waitUntil(this.failures.of(FailureKey.address(address), now),
				now);
		Optional<Instant> ofName = Throttle.NAME.waitUntil(this.failures.of(FailureKey.name(login), now), now);
		Optional<Instant> until = Stream.of(ofAddress, ofName).flatMap(Optional::stream).max(Instant::compareTo);
		if (until.isPresent()) {
			return new Admission.Not(until.get());
		}
		this.failures.add(FailureKey.name(login), now);
		return new Admission.Counted(this.failures.add(FailureKey.address(address), now));
	}

	private void refused(Optional<Person> known, Optional<String> hash, boolean fits, String address) {
		String why = known.isEmpty() ? "nobody has this name"
				: hash.isEmpty() ? "has no password here" : fits ? "is disabled" : "wrong password";
		this.acts.add(Actor.web(known.map(Person::login).orElse(UNKNOWN), address),
				Deed.of(ActKind.SIGN_IN_REFUSED).saying(why), now());
	}

	private <T> T inTransaction(Supplier<T> work) {
		return Objects.requireNonNull(this.transaction.execute((_) -> work.get()));
	}

	private Instant now() {
		return Instant.now(this.clock);
	}

	/** Whether an attempt is looked at. */
	private sealed interface Admission {

		record Not(Instant until) implements Admission {

		}

		record Counted(long ofAddress) implements Admission {

		}

	}

}
