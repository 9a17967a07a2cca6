package dev.tickmark.people;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
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
import dev.tickmark.ledger.people.Role;
import dev.tickmark.ledger.people.SignInFailures;

/**
 * Changes who may do what. Each change and its entry in the audit table are one
 * transaction, and there is always an administrator who may sign in, once there was one.
 */
@Component
public class Accounts {

	private final People people;

	private final Acts acts;

	private final Passwords passwords;

	private final SignInFailures failures;

	private final TransactionTemplate transaction;

	private final Clock clock = Clock.systemUTC();

	Accounts(People people, Acts acts, Passwords passwords, SignInFailures failures,
			PlatformTransactionManager transactions) {
		this.people = people;
		this.acts = acts;
		this.passwords = passwords;
		this.failures = failures;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Why a person cannot be added, in a sentence; empty when nothing is in the way. */
	public Optional<String> problem(NewPerson person) {
		Optional<String> problem = person.problem();
		return problem.isPresent() ? problem : this.people.find(person.login()).map((there) -> isThere(there.login()));
	}

	/**
	 * Adds a person.
	 * @param password null for who signs in elsewhere
	 */
	public Changed add(Actor by, NewPerson person, @Nullable String password) {
		Optional<String> problem = person.problem();
		if (problem.isEmpty() && password != null) {
			problem = this.passwords.problem(person.login(), password);
		}
		if (problem.isPresent()) {
			return new Changed.Refused(problem.get());
		}
		String hash = (password != null) ? this.passwords.hash(password) : null;
		return inTransaction(() -> {
			Optional<Person> added = this.people.add(person.login(), person.fullName(), person.roles(), hash, by.who(),
					now());
			added.ifPresent((now) -> note(by, ActKind.PERSON_ADDED, now, Rights.words(now.roles())));
			return added.<Changed>map(Changed.Done::new).orElseGet(() -> new Changed.Refused(isThere(person.login())));
		});
	}

	/** That there is no such person, in a sentence; empty when there is. */
	public Optional<String> unknown(String login) {
		return this.people.find(login).isPresent() ? Optional.empty() : Optional.of(isNotThere(login));
	}

	/** Gives a person these roles, and no others. */
	public Changed changeRoles(Actor by, String login, Set<Role> roles) {
		if (roles.isEmpty()) {
			return new Changed.Refused("A person needs at least one role.");
		}
		return change(login, !roles.contains(Role.ADMINISTRATOR), (person) -> {
			if (!person.roles().equals(roles)) {
				this.people.changeRoles(person.id(), roles);
				note(by, ActKind.ROLES_CHANGED, person,
						Rights.words(roles) + "; before: " + Rights.words(person.roles()));
			}
		});
	}

	/** Sets a password, and lets who was made to wait try at once. */
	public Changed changePassword(Actor by, String login, String password) {
		Optional<String> problem = this.passwords.problem(login, password);
		if (problem.isPresent()) {
			return new Changed.Refused(problem.get());
		}
		String hash = this.passwords.hash(password);
		return change(login, false, (person) -> {
			this.people.changePassword(person.id(), hash, now());
			this.failures.forget(FailureKey.name(login));
			note(by, ActKind.PASSWORD_CHANGED, person, null);
		});
	}

	/**
	 * From now on the person signs in with an account at the identity provider, which
	 * nobody does who has a password here.
	 */
	public Changed removePassword(Actor by, String login) {
		return change(login, true, (person) -> {
			if (person.passwordChangedAt() != null) {
				this.people.removePassword(person.id());
				note(by, ActKind.PASSWORD_CHANGED, person, "removed");
			}
		});
	}

	/** From now on the person cannot sign in, and the person's keys open nothing. */
	public Changed disable(Actor by, String login) {
		return change(login, true, (person) -> {
			if (person.enabled()) {
				this.people.disable(person.id(), now());
				note(by, ActKind.PERSON_DISABLED, person, null);
			}
		});
	}

	/** Undoes that, and lets who was made to wait try at once. */
	public Changed enable(Actor by, String login) {
		return change(login, false, (person) -> {
			this.failures.forget(FailureKey.name(login));
			if (!person.enabled()) {
				this.people.enable(person.id());
				note(by, ActKind.PERSON_ENABLED, person, null);
			}
		});
	}

	/**
	 * From now on the account at an identity provider that the person signed in with is
	 * nobody's; the next that comes with the person's name becomes it.
	 */
	public Changed forgetIdentity(Actor by, String login) {
		return change(login, false, (person) -> {
			OidcIdentity identity = person.identity();
			if (identity != null) {
				this.people.forgetIdentity(person.id());
				note(by, ActKind.IDENTITY_FORGOTTEN, person, identity.words());
			}
		});
	}

	/**
	 * Changes a person, if there is one.
	 * @param ends whether this person is no administrator afterwards who may sign in
	 */
	private Changed change(String login, boolean ends, Consumer<Person> change) {
		return inTransaction(() -> {
			List<Person> administrators = ends ? this.people.enabledWith(Role.ADMINISTRATOR) : List.of();
			Optional<Person> person = this.people.hold(login);
			if (person.isEmpty()) {
				return new Changed.Refused(isNotThere(login));
			}
			long id = person.get().id();
			if (administrators.size() == 1 && administrators.getFirst().id() == id) {
				return new Changed.Refused(person.get().login() + " is the last administrator who may sign in: make"
						+ " somebody else one first.");
			}
			change.accept(person.get());
			return new Changed.Done(this.people.find(id).orElseThrow());
		});
	}

	private void note(Actor by, ActKind kind, Person person, @Nullable String comment) {
		this.acts.add(by, Deed.to(kind, person.login()).saying(comment), now());
	}

	private Changed inTransaction(Supplier<Changed> work) {
		return Objects.requireNonNull(this.transaction.execute((_) -> work.get()));
	}

	private Instant now() {
		return Instant.now(this.clock);
	}

	private static String isThere(String login) {
		return "There is a person with the login name " + login + " already.";
	}

	private static String isNotThere(String login) {
		// what was typed instead of a name may be anything
		boolean possible = new NewPerson(login, "", Set.of(Role.VIEWER)).problem().isEmpty();
		return "There is no person with " + (possible ? "the login name " + login : "such a login name") + ".";
	}

}
