package dev.tickmark.web.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import dev.tickmark.ledger.people.Role;

/**
 * A role as people read it.
 *
 * @param what what it is for, a sentence
 */
public record RoleWords(Role role, String name, String what) {

	static final List<RoleWords> ALL = Arrays.stream(Role.values()).map(RoleWords::of).toList();

	private static RoleWords of(Role role) {
		return new RoleWords(role, role.name().toLowerCase(Locale.ROOT), switch (role) {
			case VIEWER -> "Sees runs and results.";
			case UPLOADER -> "Brings files, and starts, stops and continues runs.";
			case RELEASER -> "Releases what can be paid, and accepts close matches.";
			case ADMINISTRATOR -> "Manages people and keys; sees no payee by that alone.";
			case AUDITOR -> "Reads everything, what persons did as well; changes nothing.";
		});
	}

}
