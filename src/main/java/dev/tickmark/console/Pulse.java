package dev.tickmark.console;

import java.time.Duration;

import dev.tickmark.verification.LaneProgress;

/**
 * How fast a lane goes.
 *
 * @param callsPerSecond over the whole time
 * @param left how long the first asking will take from here, in words; empty when it is
 * over or nobody knows yet
 */
record Pulse(double callsPerSecond, String left) {

	static Pulse of(LaneProgress lane, long nanos) {
		double seconds = nanos / 1e9;
		double rate = (seconds > 0) ? lane.calls() / seconds : 0;
		long toAsk = lane.total() - Math.max(lane.asked(), lane.settled());
		String left = (toAsk > 0 && rate > 0) ? Durations.text(Duration.ofMillis((long) (1000 * toAsk / rate))) : "";
		return new Pulse(rate, left);
	}

}
