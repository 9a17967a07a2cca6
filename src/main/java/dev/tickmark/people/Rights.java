package dev.tickmark.people;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import dev.tickmark.ledger.people.Role;
import dev.tickmark.ledger.people.Scope;

import static dev.tickmark.people.Permission.DOWNLOAD_REPORTS;
import static dev.tickmark.people.Permission.MANAGE_KEYS;
import static dev.tickmark.people.Permission.MANAGE_PEOPLE;
import static dev.tickmark.people.Permission.RELEASE;
import static dev.tickmark.people.Permission.REMEMBER_MATCHES;
import static dev.tickmark.people.Permission.RUN;
import static dev.tickmark.people.Permission.SEE_ACTION_LINKS;
import static dev.tickmark.people.Permission.SEE_AUDIT;
import static dev.tickmark.people.Permission.SEE_RESULTS;
import static dev.tickmark.people.Permission.SEE_RUNS;
import static dev.tickmark.people.Permission.UPLOAD;

/** Who may do what. */
public final class Rights {

	private Rights() {
	}

	/** What somebody with these roles may do. */
	public static Set<Permission> of(Collection<Role> roles) {
		Set<Permission> all = EnumSet.noneOf(Permission.class);
		roles.forEach((role) -> all.addAll(of(role)));
		return all;
	}

	/**
	 * What a role allows. An administrator decides who sees the payees, and does not see
	 * them by that alone; an auditor gets no link, because who has it can act.
	 */
	public static Set<Permission> of(Role role) {
		return switch (role) {
			case VIEWER -> EnumSet.of(SEE_RUNS, SEE_RESULTS, DOWNLOAD_REPORTS);
			case UPLOADER -> EnumSet.of(SEE_RUNS, SEE_RESULTS, DOWNLOAD_REPORTS, SEE_ACTION_LINKS, UPLOAD, RUN);
			case RELEASER ->
				EnumSet.of(SEE_RUNS, SEE_RESULTS, DOWNLOAD_REPORTS, SEE_ACTION_LINKS, RELEASE, REMEMBER_MATCHES);
			case ADMINISTRATOR -> EnumSet.of(SEE_RUNS, MANAGE_PEOPLE, MANAGE_KEYS);
			case AUDITOR -> EnumSet.of(SEE_RUNS, SEE_RESULTS, DOWNLOAD_REPORTS, SEE_AUDIT);
		};
	}

	/** What a key's scope opens, where its owner may do it too. */
	public static Set<Permission> of(Scope scope) {
		return switch (scope) {
			case READ -> EnumSet.of(SEE_RUNS, SEE_RESULTS, DOWNLOAD_REPORTS);
			case SUBMIT -> EnumSet.of(UPLOAD, RUN, SEE_ACTION_LINKS);
		};
	}

	/** What a key opens. */
	static Set<Permission> of(Collection<Scope> scopes, Collection<Role> roles) {
		Set<Permission> all = EnumSet.noneOf(Permission.class);
		scopes.forEach((scope) -> all.addAll(of(scope)));
		all.retainAll(of(roles));
		return all;
	}

	/** Roles or scopes in words, in the order of their declaration. */
	static <E extends Enum<E>> String words(Set<E> some) {
		return some.stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
	}

}
