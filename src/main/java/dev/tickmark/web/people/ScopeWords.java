package dev.tickmark.web.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import dev.tickmark.ledger.people.Scope;

/**
 * A scope as people read it.
 *
 * @param what what it opens, a sentence
 */
public record ScopeWords(Scope scope, String name, String what) {

	static final List<ScopeWords> ALL = Arrays.stream(Scope.values()).map(ScopeWords::of).toList();

	private static ScopeWords of(Scope scope) {
		return new ScopeWords(scope, scope.name().toLowerCase(Locale.ROOT), switch (scope) {
			case READ -> "Runs, rows and reports.";
			case SUBMIT -> "Submits files, and starts, stops and continues runs; links for payees.";
		});
	}

}
