package dev.tickmark.verification;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.Figures.Forecast;
import dev.tickmark.ledger.Figures.LanePass;

/**
 * What was forecast when the lanes were opened, and what it came to; of all passes
 * together.
 *
 * @param calls how many calls were expected
 * @param time how long they were expected to take
 * @param took how long it took, from then to the last answer
 */
public record Foretold(long calls, Duration time, Duration took) {

	/**
	 * Of a whole run: each pass is as long as its slowest lane.
	 * @return null when nothing was forecast, or not for all of it
	 */
	static @Nullable Foretold of(List<LanePass> passes) {
		if (passes.isEmpty() || passes.stream().anyMatch((pass) -> pass.forecast() == null)) {
			return null;
		}
		long calls = 0;
		Duration time = Duration.ZERO;
		Duration took = Duration.ZERO;
		Collection<List<LanePass>> together = passes.stream().collect(Collectors.groupingBy(LanePass::pass)).values();
		for (List<LanePass> pass : together) {
			List<Forecast> forecasts = pass.stream().map(LanePass::forecast).filter((known) -> known != null).toList();
			calls += forecasts.stream().mapToLong(Forecast::calls).sum();
			time = time.plus(longest(forecasts.stream().map(Forecast::time).toList()));
			took = took.plus(longest(pass.stream().map(LanePass::took).toList()));
		}
		return new Foretold(calls, time, took);
	}

	/** Of one lane. */
	static @Nullable Foretold of(List<LanePass> passes, String provider) {
		return of(passes.stream().filter((pass) -> pass.provider().equals(provider)).toList());
	}

	/**
	 * By which part it took longer than was forecast; less than zero when it took less
	 * time. Zero when no time was forecast.
	 */
	public double error() {
		return this.time.isZero() ? 0 : (double) this.took.toNanos() / this.time.toNanos() - 1;
	}

	private static Duration longest(List<Duration> durations) {
		return durations.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
	}

}
