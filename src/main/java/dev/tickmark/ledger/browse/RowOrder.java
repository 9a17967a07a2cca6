package dev.tickmark.ledger.browse;

import java.util.Arrays;
import java.util.stream.Collectors;

import dev.tickmark.payee.Verdict;

/** By what rows are sorted; those that are the same by it, by their place in the file. */
public enum RowOrder {

	LINE("r.number"),

	/** As verdicts are declared: the best first, what is open last. */
	VERDICT("array_position(array[" + verdicts() + "], " + RowSql.VERDICT + ")"),

	NAME("r.name_key"),

	REFERENCE("r.reference_key"),

	CHECKED_AT("v.checked_at");

	private final String key;

	RowOrder(String key) {
		this.key = key;
	}

	/** What has no answer comes last, whichever way the others are sorted. */
	String key(boolean descending) {
		return (this != CHECKED_AT) ? this.key
				: "coalesce(" + this.key + ", '" + (descending ? "-" : "") + "infinity')";
	}

	private static String verdicts() {
		return Arrays.stream(Verdict.values())
			.map((verdict) -> "'" + verdict.name() + "'")
			.collect(Collectors.joining(", "));
	}

}
