package dev.tickmark.provider;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * When the calls of a lane may be sent: evenly spread over the shortest of its windows,
 * and as soon as every longer one has room, which is a budget that may be used early.
 * <p>
 * It has no clock of its own, so that it can also say beforehand when it would be done.
 * Times are nanoseconds since it was made; earlier ones are negative.
 */
final class Schedule {

	/** Who is late by no more than this part of the shortest window costs nothing. */
	private static final int CATCH_UP = 20;

	private final List<Window> windows;

	private final long spacing;

	private final long tolerance;

	/** When the next call is due if all are evenly spread. */
	private long next;

	/**
	 * Makes one in which nothing was sent yet.
	 * @param guard by how much every window is longer than its limit says
	 */
	Schedule(List<Limit> limits, Duration guard) {
		this.windows = limits.stream()
			.sorted(Comparator.comparing(Limit::per))
			.map((limit) -> new Window(limit, guard))
			.toList();
		Limit shortest = this.windows.getFirst().limit();
		this.spacing = Math.max(1, shortest.per().plus(guard).toNanos() / shortest.calls());
		this.tolerance = shortest.per().toNanos() / CATCH_UP;
	}

	private Schedule(Schedule other) {
		this.windows = other.windows.stream().map(Window::copy).toList();
		this.spacing = other.spacing;
		this.tolerance = other.tolerance;
		this.next = other.next;
	}

	/** The time between two calls where the shortest window alone decides. */
	long spacing() {
		return this.spacing;
	}

	/** When the next call may be sent. */
	long earliest() {
		return Math.max(this.next, latest().earliest());
	}

	/**
	 * Counts a call.
	 * @param stretch how many times the usual spacing the next one has to wait
	 * @return the call's number
	 */
	long take(long at, double stretch) {
		this.next = Math.max(this.next, at - this.tolerance) + (long) (this.spacing * stretch);
		long number = 0;
		for (Window window : this.windows) {
			number = window.take(at);
		}
		return number;
	}

	/** Corrects when a call was sent: later than it was counted. */
	void sent(long call, long at) {
		this.windows.forEach((window) -> window.sent(call, at));
	}

	/**
	 * Sends so many calls, each as early as it may be.
	 * @return when the share of the last one ends
	 */
	long takeAll(long calls, long from) {
		long at = from;
		for (long call = 0; call < calls; call++) {
			at = Math.max(at, earliest());
			take(at, 1);
		}
		return (calls > 0) ? at + this.spacing : from;
	}

	/** The window that keeps the next call waiting the longest. */
	Window latest() {
		Window latest = this.windows.getFirst();
		for (Window window : this.windows) {
			latest = (window.earliest() > latest.earliest()) ? window : latest;
		}
		return latest;
	}

	List<Window> windows() {
		return this.windows;
	}

	/** The same, to try out what would be. */
	Schedule copy() {
		return new Schedule(this);
	}

}
