package dev.tickmark.benchmark;

import java.util.List;
import java.util.stream.Stream;

/**
 * How much is measured: as published, unless a system property says otherwise. Smaller
 * sizes are for trying the benchmark itself; their figures say little.
 */
final class Sizes {

	private static final String PREFIX = "tickmark.benchmark";

	/** {@code -Dtickmark.benchmark=A,C}: the cases; all when absent. */
	static final List<String> CASES = list(PREFIX, "A,B,C,D,E,F");

	/** How long the lanes of A must ask, in seconds; and the longer window of B. */
	static final int SECONDS = Integer.getInteger(PREFIX + ".seconds", 60);

	/** The rows of C. */
	static final int CALLED = Integer.getInteger(PREFIX + ".called", 50_000);

	/** The rows of D. */
	static final int ROWS = Integer.getInteger(PREFIX + ".rows", 1_000_000);

	/** The starts of E, of which the median is taken. */
	static final int STARTS = Integer.getInteger(PREFIX + ".starts", 5);

	/** The rows of C and D in F, from few to many. */
	static final List<Integer> GROWTH = list(PREFIX + ".growth", "10000,100000,1000000").stream()
		.map(Integer::valueOf)
		.toList();

	private Sizes() {
	}

	private static List<String> list(String property, String usual) {
		return Stream.of(System.getProperty(property, usual).split(",")).map(String::strip).toList();
	}

}
