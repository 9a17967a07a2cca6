package dev.tickmark.ledger;

import java.util.Arrays;

/** What a comparison says of one item. */
interface ComparisonResult {

	/** Whether somebody has to look into it. */
	boolean isDifference();

	/** The names of all results, or of those alone that are differences. */
	static <R extends Enum<R> & ComparisonResult> String[] names(Class<R> results, boolean differences) {
		return Arrays.stream(results.getEnumConstants())
			.filter((result) -> result.isDifference() || !differences)
			.map(Enum::name)
			.toArray(String[]::new);
	}

}
