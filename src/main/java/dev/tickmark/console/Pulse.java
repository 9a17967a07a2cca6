package dev.tickmark.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.tickmark.story.Durations;
import dev.tickmark.story.Moments;
import dev.tickmark.provider.LaneView;

/**
 * How fast a lane goes.
 *
 * @param callsPerSecond over the whole time
 * @param left how long it still takes, in words; empty when it is about to be over
 */
record Pulse(double callsPerSecond, String left) {

	/** Less than that is not worth a word. */
	private static final Duration SHORT = Duration.ofMillis(100);

	static Pulse of(LaneView lane, long nanos) {
		double seconds = nanos / 1e9;
		double rate = (seconds > 0) ? lane.calls() / seconds : 0;
		Duration left = lane.left();
		return new Pulse(rate, (left.compareTo(SHORT) >= 0) ? Durations.text(left) : "");
	}

	/** How long the slowest of the lanes still takes. */
	static Duration left(List<? extends LaneView> lanes) {
		return lanes.stream().map(LaneView::left).max(Duration::compareTo).orElse(Duration.ZERO);
	}

	/** When all will be done, in words; empty when it is about to be over. */
	static String doneBy(Duration left, Instant now) {
		return (left.compareTo(SHORT) >= 0) ? "done by " + Moments.soon(now.plus(left), now) : "";
	}

}
