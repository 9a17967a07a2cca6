package dev.tickmark.people;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tickmark.ledger.people.ActKind;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.ledger.people.Acts;
import dev.tickmark.ledger.people.ApiKey;
import dev.tickmark.ledger.people.ApiKeys;
import dev.tickmark.ledger.people.Deed;
import dev.tickmark.ledger.people.People;
import dev.tickmark.ledger.people.Person;
import dev.tickmark.ledger.people.Scope;

/** Makes, revokes and recognises the keys with which programs come. */
@Component
public class KeyRing {

	/** A key that nobody renews is one that nobody knows of. */
	public static final Duration LONGEST_LIFE = Duration.ofDays(366);

	/** How many of one person hold at the same time. */
	static final int MOST = 20;

	private static final int LONGEST_NAME = 100;

	private final ApiKeys keys;

	private final People people;

	private final Acts acts;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	@Autowired
	KeyRing(ApiKeys keys, People people, Acts acts, PlatformTransactionManager transactions) {
		this(keys, people, acts, transactions, Clock.systemUTC());
	}

	KeyRing(ApiKeys keys, People people, Acts acts, PlatformTransactionManager transactions, Clock clock) {
		this.keys = keys;
		this.people = people;
		this.acts = acts;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * Makes a key.
	 * @param owner the login name of the person for whom the program will come
	 * @param life for how long it holds
	 */
	public NewKey make(Actor by, String owner, String name, Set<Scope> scopes, Duration life) {
		Instant now = Instant.now(this.clock);
		return inTransaction(() -> {
			Optional<Person> person = this.people.hold(owner);
			Optional<String> problem = problem(person, name.strip(), scopes, life, now);
			if (problem.isPresent()) {
				return new NewKey.Refused(problem.get());
			}
			KeyText text = KeyText.random(this.random);
			ApiKey key = this.keys.add(person.orElseThrow().id(), name.strip(), text.prefix(), text.sha256(), scopes,
					now, now.plus(life));
			this.acts.add(by, Deed.to(ActKind.KEY_MADE, text.prefix())
				.saying("of " + person.get().login() + ", " + Rights.words(scopes) + ", until " + key.expiresAt()),
					now);
			return new NewKey.Made(key, text.text());
		});
	}

	/** Revokes a key by its prefix; false when there is none that holds. */
	public boolean revoke(Actor by, String prefix) {
		Instant now = Instant.now(this.clock);
		return inTransaction(() -> {
			Optional<ApiKey> key = this.keys.find(prefix).filter((found) -> this.keys.revoke(found.id(), now));
			key.ifPresent((revoked) -> this.acts.add(by, Deed.to(ActKind.KEY_REVOKED, prefix)
				.saying("of " + this.people.find(revoked.owner()).orElseThrow().login()), now));
			return key.isPresent();
		});
	}

	/** Whom a program comes for, by what it says is its key; empty when it is none. */
	public Optional<KeyHolder> recognise(String text) {
		Instant now = Instant.now(this.clock);
		Optional<KeyText> said = KeyText.read(text);
		Optional<ApiKey> key = said.flatMap((written) -> this.keys.find(written.prefix()))
			.filter((found) -> said.get().fits(found.sha256()))
			.filter((found) -> found.holds(now));
		Optional<Person> owner = key.flatMap((found) -> this.people.find(found.owner())).filter(Person::enabled);
		owner.ifPresent((_) -> this.keys.used(key.orElseThrow().id(), now));
		return owner
			.map((person) -> new KeyHolder(key.orElseThrow(), person, Rights.of(key.get().scopes(), person.roles())));
	}

	private Optional<String> problem(Optional<Person> owner, String name, Set<Scope> scopes, Duration life,
			Instant now) {
		if (owner.isEmpty() || !owner.get().enabled()) {
			return Optional.of("There is no person with that login name who may sign in.");
		}
		if (name.isEmpty() || name.length() > LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
			return Optional.of("A key needs a name of at most " + LONGEST_NAME + " characters, in one line.");
		}
		if (scopes.isEmpty()) {
			return Optional.of("A key needs at least one scope: READ or SUBMIT.");
		}
		if (life.compareTo(LONGEST_LIFE) > 0 || !life.isPositive()) {
			return Optional.of("A key holds for at most " + LONGEST_LIFE.toDays() + " days.");
		}
		for (Scope scope : scopes) {
			if (Rights.of(Set.of(scope), owner.get().roles()).isEmpty()) {
				return Optional.of("The scope " + scope + " would open nothing: " + owner.get().login()
						+ " has no role that allows it.");
			}
		}
		return (this.keys.holding(owner.get().id(), now) < MOST) ? Optional.empty()
				: Optional.of(owner.get().login() + " has " + MOST + " keys that hold: revoke one first.");
	}

	private <T> T inTransaction(Supplier<T> work) {
		return Objects.requireNonNull(this.transaction.execute((_) -> work.get()));
	}

}
