package dev.tickmark.report.reconciliation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * The results for which there are words, in {@code results.properties}: of a
 * reconciliation with the providers, with a statement, and with a bank's report.
 */
enum KnownResult {

	AGREES(Bearing.AGREEMENT), CHANGED(Bearing.DIFFERENCE), CONCLUDED(Bearing.CONCLUDED), PENDING_THERE(Bearing.OPEN),
	UNKNOWN_THERE(Bearing.DIFFERENCE), NOT_READABLE(Bearing.DIFFERENCE),

	MATCHED(Bearing.AGREEMENT), ON_STATEMENT_ONLY(Bearing.DIFFERENCE), IN_JOURNAL_ONLY(Bearing.DIFFERENCE),
	CHARGED_TWICE(Bearing.DIFFERENCE), DIFFERENT_RESULT(Bearing.DIFFERENCE), DIFFERENT_PRICE(Bearing.DIFFERENCE),
	OUTSIDE_PERIOD(Bearing.DIFFERENCE), UNREADABLE_LINE(Bearing.DIFFERENCE),

	SAME(Bearing.AGREEMENT), DIFFERENT_VERDICT(Bearing.DIFFERENCE), NOT_IN_REPORT(Bearing.DIFFERENCE),
	NOT_IN_RUN(Bearing.DIFFERENCE), NOT_CLEAR(Bearing.DIFFERENCE), OPEN_HERE(Bearing.OPEN);

	// no other language than English: not that of the machine
	private static final ResourceBundle WORDS = ResourceBundle.getBundle("dev.tickmark.report.reconciliation.results",
			Locale.ENGLISH, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

	private final Bearing bearing;

	KnownResult(Bearing bearing) {
		this.bearing = bearing;
	}

	static Optional<KnownResult> of(String key) {
		return Arrays.stream(values()).filter((result) -> result.name().equals(key)).findFirst();
	}

	Bearing bearing() {
		return this.bearing;
	}

	String label() {
		return word("label");
	}

	String meaning() {
		return word("meaning");
	}

	String action() {
		return word("action");
	}

	private String word(String which) {
		return WORDS.getString(name() + "." + which);
	}

}
