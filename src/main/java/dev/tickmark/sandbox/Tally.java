package dev.tickmark.sandbox;

import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What was submitted.
 *
 * @param submissions how many submissions were accepted
 * @param distinct how many different questions they asked
 * @param repeated the questions that were asked more than once, the most frequent first
 */
record Tally(long submissions, int distinct, List<Repeated> repeated) {

	private static final int LISTED = 1000;

	static Tally of(long submissions, Map<Long, Integer> questions) {
		List<Repeated> repeated = questions.entrySet()
			.stream()
			.filter(entry -> entry.getValue() > 1)
			.map(entry -> new Repeated(HexFormat.of().toHexDigits(entry.getKey()), entry.getValue()))
			.sorted(Comparator.comparingInt(Repeated::count).reversed().thenComparing(Repeated::question))
			.limit(LISTED)
			.toList();
		return new Tally(submissions, questions.size(), repeated);
	}

	/**
	 * A question that was asked more than once.
	 *
	 * @param question the question's hash
	 * @param count how often it was accepted
	 */
	record Repeated(String question, int count) {

	}

}
