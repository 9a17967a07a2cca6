package dev.tickmark.benchmark;

import java.time.Duration;

/** Counts strictly, over calls in the order they were sent. */
final class SlidingWindow {

	private final long[] sent;

	/**
	 * Over these calls.
	 * @param sent when they were sent, in microseconds, ascending
	 */
	SlidingWindow(long[] sent) {
		this.sent = sent;
	}

	/** How many calls were sent when the window was full already. */
	int violations(GreedySchedule.Window window) {
		long span = micros(window.per());
		int violations = 0;
		for (int i = window.calls(); i < this.sent.length; i++) {
			if (this.sent[i] - this.sent[i - window.calls()] < span) {
				violations++;
			}
		}
		return violations;
	}

	/** The most calls within any span of this length. */
	int peak(Duration per) {
		long span = micros(per);
		int peak = 0;
		int oldest = 0;
		for (int i = 0; i < this.sent.length; i++) {
			while (this.sent[i] - this.sent[oldest] >= span) {
				oldest++;
			}
			peak = Math.max(peak, i - oldest + 1);
		}
		return peak;
	}

	private static long micros(Duration duration) {
		return duration.toNanos() / 1000;
	}

}
