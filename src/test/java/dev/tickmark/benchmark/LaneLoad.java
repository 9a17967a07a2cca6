package dev.tickmark.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.tickmark.benchmark.GreedySchedule.Window;

/**
 * What one lane has to do.
 *
 * @param provider its name
 * @param perSecond the calls that its provider allows in a second
 * @param latencyMillis how long an answer takes at least
 * @param tailMillis how much longer it may take; evenly spread
 * @param pendingShare the share of the questions that are pending first; at Smart Glocal,
 * Bank 131 and Paysafe all are
 * @param callsPerRow the calls that a row comes to
 * @param budget the share of a longer window's time in which its calls can be used up
 */
record LaneLoad(String provider, int perSecond, int latencyMillis, int tailMillis, double pendingShare,
		double callsPerRow, double budget) {

	/** For how much of the longer window the lanes go on when it is over. */
	private static final double BEYOND = 0.2;

	/**
	 * Where some questions are pending, the last one may be. How long it is is no part of
	 * the bound, so that such a lane has a little less to do than those that end with
	 * answers only.
	 */
	private static final double BEFORE_THE_LAST_PENDING = 0.95;

	/** Five lanes as different as real ones; each is at its limit for as long. */
	static final List<LaneLoad> ALL = List.of(new LaneLoad("banfico", 200, 50, 100, 0.05, 1.05, 0.5),
			new LaneLoad("paysway", 100, 100, 400, 0.1, 1.1, 0.6), new LaneLoad("smartglocal", 50, 150, 350, 0, 3, 0.7),
			new LaneLoad("bank131", 20, 400, 600, 0, 2, 0.8), new LaneLoad("paysafe", 10, 250, 750, 0, 3, 0.9));

	/**
	 * What the provider allows: in a second, and in a longer window when there is one.
	 */
	List<Window> windows(Duration longer) {
		Window second = new Window(this.perSecond, Duration.ofSeconds(1));
		return longer.isZero() ? List.of(second) : List.of(second, longerWindow(longer));
	}

	private Window longerWindow(Duration longer) {
		return new Window((int) (this.perSecond * longer.toSeconds() * this.budget), longer);
	}

	/** The rows that keep the lane at its limit for a time, or beyond a longer window. */
	int rows(Duration time, Duration longer) {
		double calls = longer.isZero() ? this.perSecond * time.toSeconds()
				: longerWindow(longer).calls() + this.perSecond * longer.toSeconds() * BEYOND;
		double part = (this.pendingShare > 0) ? BEFORE_THE_LAST_PENDING : 1;
		return Math.max(1, (int) (part * calls / this.callsPerRow));
	}

	/** What the sandbox is told. */
	List<String> behaviour() {
		String prefix = "--tickmark.sandbox.providers." + this.provider + ".";
		return List.of(prefix + "latency=" + this.latencyMillis + "ms",
				prefix + "latency-spread=" + this.tailMillis + "ms", prefix + "pending-share=" + this.pendingShare,
				prefix + "pending-for=1s", prefix + "limit.calls=" + this.perSecond, prefix + "limit.per=1s");
	}

	/** What the sandbox is told of the longer window, which it counts as strictly. */
	List<String> longerWindowOfSandbox(Duration longer) {
		if (longer.isZero()) {
			return List.of();
		}
		String prefix = "--tickmark.sandbox.providers." + this.provider + ".limits[0].";
		return List.of(prefix + "calls=" + longerWindow(longer).calls(), prefix + "per=" + longer.toSeconds() + "s");
	}

	/** What the program is told of the provider's limits. */
	List<String> limits(Duration longer) {
		List<String> limits = new ArrayList<>();
		List<Window> windows = windows(longer);
		for (int i = 0; i < windows.size(); i++) {
			String prefix = "--tickmark.providers." + this.provider + ".limits[" + i + "].";
			limits.add(prefix + "calls=" + windows.get(i).calls());
			limits.add(prefix + "per=" + windows.get(i).per().toSeconds() + "s");
		}
		return limits;
	}

}
