package dev.tickmark.benchmark;

import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param benchmarkCase the letter of the case
 * @param what what was measured
 * @param measured the figure
 * @param unit its unit, and that of {@code reference}
 * @param comparedWith what it is compared with; null when with nothing
 * @param reference the figure it is compared with; null when there is none
 * @param ratio how often the reference goes into the figure; null when there is none
 * @param goal what is to be reached, in words; null when nothing is
 * @param met whether it is; null when there is no goal
 */
record Measurement(String benchmarkCase, String what, double measured, String unit, @Nullable String comparedWith,
		@Nullable Double reference, @Nullable Double ratio, @Nullable String goal, @Nullable Boolean met) {

	static Measurement of(String benchmarkCase, String what, double measured, String unit) {
		return new Measurement(benchmarkCase, what, measured, unit, null, null, null, null, null);
	}

	Measurement against(String newComparedWith, double newReference) {
		Double newRatio = (newReference != 0) ? this.measured / newReference : null;
		return new Measurement(this.benchmarkCase, this.what, this.measured, this.unit, newComparedWith, newReference,
				newRatio, this.goal, this.met);
	}

	Measurement atMost(double most) {
		return goal("at most " + Figure.of(most) + " " + this.unit, this.measured <= most);
	}

	Measurement atLeast(double least) {
		return goal("at least " + Figure.of(least) + " " + this.unit, this.measured >= least);
	}

	Measurement ratioAtMost(double most) {
		return goal("at most " + Figure.of(most) + " x", this.ratio != null && this.ratio <= most);
	}

	Measurement ratioAtLeast(double least) {
		return goal("at least " + Figure.of(least) + " x", this.ratio != null && this.ratio >= least);
	}

	private Measurement goal(String newGoal, boolean newMet) {
		return new Measurement(this.benchmarkCase, this.what, this.measured, this.unit, this.comparedWith,
				this.reference, this.ratio, newGoal, newMet);
	}

}
