package dev.tickmark.benchmark;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * The physical bound when several windows hold at once: each call at the earliest instant
 * that all of them permit. Within the shortest window calls are evenly spaced, so that
 * with one window the bound is the calls divided by the rate; a longer window is a budget
 * that may be used up early.
 */
final class GreedySchedule {

	private final long pace;

	private final List<Window> budgets;

	GreedySchedule(List<Window> windows) {
		List<Window> sorted = windows.stream().sorted(Comparator.comparing(Window::per)).toList();
		this.pace = sorted.getFirst().per().toNanos() / sorted.getFirst().calls();
		this.budgets = sorted.subList(1, sorted.size());
	}

	/** The least time for so many calls, the last one's own place in it included. */
	Duration bound(int calls) {
		if (calls == 0) {
			return Duration.ZERO;
		}
		long[] sent = new long[calls];
		for (int i = 1; i < calls; i++) {
			sent[i] = sent[i - 1] + this.pace;
			for (Window budget : this.budgets) {
				if (i >= budget.calls()) {
					sent[i] = Math.max(sent[i], sent[i - budget.calls()] + budget.per().toNanos());
				}
			}
		}
		return Duration.ofNanos(sent[calls - 1] + this.pace);
	}

	/**
	 * What a provider allows.
	 *
	 * @param calls within any span of {@code per}, 1 at least
	 */
	record Window(int calls, Duration per) {

	}

}
