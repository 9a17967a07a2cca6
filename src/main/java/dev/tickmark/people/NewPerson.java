package dev.tickmark.people;

import java.util.Optional;
import java.util.Set;

import dev.tickmark.ledger.people.Role;

/**
 * A person to be added.
 *
 * @param fullName may be empty
 */
public record NewPerson(String login, String fullName, Set<Role> roles) {

	private static final String LOGIN = "[A-Za-z0-9][A-Za-z0-9._@+-]{0,99}";

	private static final int LONGEST_NAME = 200;

	public NewPerson {
		roles = Set.copyOf(roles);
		fullName = fullName.strip();
	}

	/** What is wrong with it, in a sentence; empty when nothing is. */
	public Optional<String> problem() {
		if (!this.login.matches(LOGIN)) {
			return Optional.of("A login name begins with a letter or a digit of ASCII; after that it may also have"
					+ " . _ @ + and -, and it has at most 100 characters.");
		}
		if (this.fullName.codePointCount(0, this.fullName.length()) > LONGEST_NAME) {
			return Optional.of("The full name has more than " + LONGEST_NAME + " characters.");
		}
		if (this.fullName.codePoints().anyMatch(Character::isISOControl)) {
			return Optional.of("The full name has a character that is no part of any name, such as a line break.");
		}
		if (this.roles.isEmpty()) {
			return Optional.of("A person needs at least one role.");
		}
		return Optional.empty();
	}

}
