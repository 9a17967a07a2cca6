package dev.tickmark.benchmark;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The benchmark, {@code mvn -Pbenchmark verify}: packaged programs against a sandbox in a
 * process of its own. A goal that is missed is told and fails nothing; a run that goes
 * wrong does. The table is in {@code target/benchmark.txt}, the same in
 * {@code target/benchmark.json}.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class TickmarkBenchmark {

	private final Results results = new Results();

	@TestFactory
	Stream<DynamicTest> aCaseIsMeasured() {
		Map<String, BenchmarkCase> cases = cases();
		return Sizes.CASES.stream().map((letter) -> DynamicTest.dynamicTest(letter, () -> measure(letter, cases)));
	}

	@AfterAll
	void tell() {
		System.out.println(this.results.text());
	}

	private static Map<String, BenchmarkCase> cases() {
		Map<String, BenchmarkCase> cases = new LinkedHashMap<>();
		Duration time = Duration.ofSeconds(Sizes.SECONDS);
		IntakeAndReport passing = new IntakeAndReport("D", Sizes.ROWS);
		cases.put("A", FiveLanes.perSecond("A", time));
		cases.put("B", FiveLanes.withLongerWindow("B", time));
		cases.put("C", new InstantProvider("C", Sizes.CALLED));
		cases.put("D", passing);
		cases.put("E", new StartUp("E", Sizes.STARTS));
		cases.put("F", new Growth("F", Sizes.GROWTH, passing));
		return cases;
	}

	private void measure(String letter, Map<String, BenchmarkCase> cases) throws Exception {
		BenchmarkCase known = cases.get(letter);
		if (known == null) {
			throw new IllegalArgumentException(
					"tickmark.benchmark: there is no case " + letter + "; there are " + cases.keySet());
		}
		System.out.println("benchmark: case " + letter);
		known.measure(this.results);
		// what is measured is kept, whatever happens to the cases to come
		this.results.write(Bench.TARGET);
	}

}
