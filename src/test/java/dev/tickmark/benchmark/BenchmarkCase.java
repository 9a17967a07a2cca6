package dev.tickmark.benchmark;

/** One case of the benchmark. */
@FunctionalInterface
interface BenchmarkCase {

	/**
	 * Measures it.
	 * @param results what was measured goes in here; a goal that is missed is a result
	 * like any other
	 * @throws Exception when a run goes wrong
	 */
	void measure(Results results) throws Exception;

}
