package dev.tickmark.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.node.ObjectNode;

/** Counts what reaches a simulated provider, since its start or its last reset. */
final class Meter {

	// More than two cores can serve in a second
	private static final int COUNTED_PER_SECOND = 1 << 16;

	private final List<Limit> limits;

	private List<Window> windows;

	private Window second;

	private long latest = Long.MIN_VALUE;

	private long tokens;

	private long polls;

	private long replays;

	private long violations;

	private int peak;

	private final Map<Integer, Long> refused = new TreeMap<>();

	Meter(List<Limit> limits) {
		this.limits = List.copyOf(limits);
		this.windows = windows();
		this.second = second();
	}

	/**
	 * Counts a call and admits it or not. By when it arrived: how long it has been
	 * waiting since for a thread of the sandbox is not the caller's fault.
	 * @param arrived by {@link System#nanoTime}
	 * @return 0 when admitted, otherwise the whole seconds after which there is room
	 */
	synchronized long admit(long arrived) {
		// two that arrive together may come here in any order
		long now = Math.max(arrived, this.latest);
		this.latest = now;
		this.second.admit(now);
		this.peak = Math.max(this.peak, this.second.size());
		long wait = this.windows.stream().mapToLong(window -> window.untilRoom(now)).max().orElse(0);
		if (wait == 0) {
			this.windows.forEach(window -> window.admit(now));
			return 0;
		}
		this.violations++;
		return Duration.ofNanos(wait).plusNanos(999_999_999).toSeconds();
	}

	synchronized void token() {
		this.tokens++;
	}

	synchronized void poll() {
		this.polls++;
	}

	synchronized void replay() {
		this.replays++;
	}

	synchronized void answered(int status) {
		if (status >= 400) {
			this.refused.merge(status, 1L, Long::sum);
		}
	}

	synchronized void reset() {
		this.windows = windows();
		this.second = second();
		this.tokens = 0;
		this.polls = 0;
		this.replays = 0;
		this.violations = 0;
		this.peak = 0;
		this.refused.clear();
	}

	synchronized void report(ObjectNode record) {
		record.put("polls", this.polls).put("tokens", this.tokens).put("replays", this.replays);
		ObjectNode byStatus = record.putObject("refused");
		this.refused.forEach((status, count) -> byStatus.put(Integer.toString(status), count));
		record.put("violations", this.violations).put("peakPerSecond", this.peak);
	}

	private List<Window> windows() {
		return this.limits.stream().map(limit -> new Window(limit.calls(), limit.per().toNanos())).toList();
	}

	private static Window second() {
		return new Window(COUNTED_PER_SECOND, Duration.ofSeconds(1).toNanos());
	}

}
