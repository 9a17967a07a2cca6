package dev.tickmark.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Whether a row takes longer when there are more of them: C and D again, each size on a
 * bench of its own and compared with the size before. The smallest is mostly the warming
 * up of the virtual machine.
 */
final class Growth implements BenchmarkCase {

	private static final double MOST = 1.1;

	private final String letter;

	private final List<Integer> sizes;

	private final IntakeAndReport passing;

	Growth(String letter, List<Integer> sizes, IntakeAndReport passing) {
		this.letter = letter;
		this.sizes = sizes;
		this.passing = passing;
	}

	@Override
	public void measure(Results results) throws Exception {
		List<Passing> passed = new ArrayList<>();
		List<Asking> asked = new ArrayList<>();
		for (int size : this.sizes) {
			passed.add(this.passing.of(this.letter + "-D-" + size, size));
			asked.add(InstantProvider.alone(this.letter + "-C-" + size, size));
		}
		compare(results, "C, step verify", asked.stream().map(Asking::steps).map(Steps::verify).toList());
		compare(results, "C, all steps", asked.stream().map(Asking::steps).map(Steps::all).toList());
		compare(results, "D, intake", passed.stream().map(Passing::steps).map(Steps::intake).toList());
		compare(results, "D, balance", passed.stream().map(Passing::steps).map(Steps::balance).toList());
		compare(results, "D, report", passed.stream().map(Passing::steps).map(Steps::report).toList());
		heap(results, passed.stream().map(Passing::heap).map(GcLog::after).toList());
		results.detail(this.letter, "C", asked);
		results.detail(this.letter, "D", passed);
	}

	private void compare(Results results, String what, List<Duration> took) {
		List<Double> micros = new ArrayList<>();
		for (int i = 0; i < took.size(); i++) {
			micros.add(took.get(i).toNanos() / 1000.0 / this.sizes.get(i));
		}
		lines(what, "us/row", micros, (line) -> line.ratioAtMost(MOST)).forEach(results::add);
	}

	/** What is left by a collection; flat is about the same. */
	private void heap(Results results, List<Integer> left) {
		lines("D, heap left by a collection", "MB", left.stream().map(Integer::doubleValue).toList(), (line) -> line)
			.forEach(results::add);
	}

	private List<Measurement> lines(String what, String unit, List<Double> figures,
			Function<Measurement, Measurement> goal) {
		List<Measurement> lines = new ArrayList<>();
		for (int i = 1; i < figures.size(); i++) {
			Measurement line = Measurement.of(this.letter, what + ", " + rows(i), figures.get(i), unit)
				.against(rows(i - 1), figures.get(i - 1));
			lines.add(goal.apply(line));
		}
		return lines;
	}

	private String rows(int size) {
		return Figure.of(this.sizes.get(size)) + " rows";
	}

}
