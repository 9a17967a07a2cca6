package dev.tickmark.console;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.tickmark.story.Moments;
import dev.tickmark.ledger.people.Person;
import dev.tickmark.ledger.people.Role;

/** Who there is, in lines. */
final class PersonLines {

	private PersonLines() {
	}

	static List<String> of(List<Person> people) {
		if (people.isEmpty()) {
			return List.of("There is nobody yet. The first administrator is made by:"
					+ " tickmark user add LOGIN --role administrator");
		}
		Grid grid = new Grid("lllll").add("login", "name", "roles", "added", "");
		people
			.forEach((person) -> grid.add(person.login(), Paragraph.harmless(person.fullName()), words(person.roles()),
					Moments.seconds(person.addedAt()) + " by " + Paragraph.harmless(person.addedBy()), state(person)));
		return grid.lines();
	}

	static String words(Collection<Role> roles) {
		return roles.stream()
			.sorted()
			.map((role) -> role.name().toLowerCase(Locale.ROOT))
			.collect(Collectors.joining(", "));
	}

	private static String state(Person person) {
		Instant disabled = person.disabledAt();
		if (disabled != null) {
			return "disabled since " + Moments.seconds(disabled);
		}
		return (person.passwordChangedAt() == null) ? "no password here" : "";
	}

}
