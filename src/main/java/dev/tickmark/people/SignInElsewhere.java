package dev.tickmark.people;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.Deed;
import dev.tickmark.ledger.people.OidcIdentity;
import dev.tickmark.ledger.people.People;
import dev.tickmark.ledger.people.Person;
import dev.tickmark.ledger.people.SignInFailures;

/**
 * Signing in with an account of an identity provider. The first time it is known by its
 * name; from then on it belongs to that person, whatever its name becomes, and no other
 * account does.
 */
@Component
public class SignInElsewhere {

	private static final String NOT_HERE = "You are known there, but not here, or not any more, or here you have a"
			+ " password and sign in with it. Ask an administrator to add you with the login name that you have there, and"
			+ " without a password, or to remove the one that you have here.";

	private final People people;

	private final SignInFailures failures;

	private final Acts acts;

	private final TransactionTemplate transaction;

	private final Clock clock = Clock.systemUTC();

	SignInElsewhere(People people, SignInFailures failures, Acts acts, PlatformTransactionManager transactions) {
		this.people = people;
		this.failures = failures;
		this.acts = acts;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Says whose account it is.
	 * @param names by which a person is looked for whose account is not known yet; the
	 * first that there is
	 * @param address from where
	 */
	public Result attempt(OidcIdentity identity, List<String> names, String address) {
		Supplier<Result> attempt = () -> Objects
			.requireNonNull(this.transaction.execute((_) -> recognise(identity, names, address)));
		try {
			return attempt.get();
		}
		catch (DuplicateKeyException _) {
			// it came with another name at the same moment, and was first there
			return attempt.get();
		}
	}

	private Result recognise(OidcIdentity identity, List<String> names, String address) {
		Optional<Person> found = this.people.hold(identity)
			.or(() -> names.stream().map(this.people::hold).flatMap(Optional::stream).findFirst());
		if (found.isEmpty()) {
			return refuse(SignIn.UNKNOWN, "nobody has the name of", identity, address, NOT_HERE);
		}
		Person person = found.get();
		if (!person.enabled()) {
			return refuse(person.login(), "is disabled, by", identity, address, NOT_HERE);
		}
		// a name there may be changed to one of somebody who has a password here
		if (person.passwordChangedAt() != null) {
			return refuse(person.login(), "has a password here, by", identity, address, NOT_HERE);
		}
		OidcIdentity bound = person.identity();
		if (bound == null) {
			this.people.bind(person.id(), identity, now());
			this.acts.add(Actor.web(person.login(), address),
					Deed.to(ActKind.IDENTITY_BOUND, person.login()).saying(identity.words()), now());
		}
		else if (!bound.equals(identity)) {
			return refuse(person.login(), "belongs to " + bound.words() + ", not to", identity, address,
					"The name " + person.login()
							+ " belongs to another account there than the one you came with: a name"
							+ " can be given to somebody else. If it is yours, ask an administrator to let the former"
							+ " account be forgotten.");
		}
		return new Result.Known(this.people.find(person.id()).orElseThrow());
	}

	/** Writes it down, unless the same account fills the table. */
	private Result refuse(String who, String why, OidcIdentity identity, String address, String sentence) {
		Instant now = now();
		String key = FailureKey.identity(identity);
		if (Throttle.NAME.waitUntil(this.failures.of(key, now), now).isEmpty()) {
			this.failures.add(key, now);
			this.acts.add(Actor.web(who, address),
					Deed.of(ActKind.SIGN_IN_REFUSED).saying(why + " " + identity.words()), now);
		}
		return new Result.Refused(sentence);
	}

	private Instant now() {
		return Instant.now(this.clock);
	}

	/** What becomes of it. */
	public sealed interface Result {

		/** It is this person's. */
		record Known(Person person) implements Result {

		}

		/**
		 * It lets nobody in.
		 *
		 * @param why for whoever came
		 */
		record Refused(String why) implements Result {

		}

	}

}
