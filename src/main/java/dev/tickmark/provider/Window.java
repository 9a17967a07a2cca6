package dev.tickmark.provider;

import java.time.Duration;
import java.util.Arrays;

/**
 * The calls of one sliding window, each in a slot that is free again when the window has
 * passed over it. Times are nanoseconds on any clock. Not safe for concurrent use.
 * <p>
 * As long as the call in a slot comes a whole window after the one before in that slot,
 * no window, wherever it begins, sees more calls than there are slots: of one call more,
 * two would have shared a slot.
 */
final class Window {

	private final Limit limit;

	private final int calls;

	private final long span;

	private long[] times = new long[16];

	/** The number of the oldest call that is remembered, and that of the next one. */
	private long oldest;

	private long next;

	/**
	 * Makes an empty window.
	 * @param guard by how much it is longer than its limit says
	 */
	Window(Limit limit, Duration guard) {
		this.limit = limit;
		this.calls = limit.calls();
		this.span = limit.per().plus(guard).toNanos();
	}

	private Window(Window other) {
		this.limit = other.limit;
		this.calls = other.calls;
		this.span = other.span;
		this.times = other.times.clone();
		this.oldest = other.oldest;
		this.next = other.next;
	}

	Window copy() {
		return new Window(this);
	}

	Limit limit() {
		return this.limit;
	}

	/** When the next call may be sent; {@link Long#MIN_VALUE} when a slot is free. */
	long earliest() {
		return (this.next - this.oldest < this.calls) ? Long.MIN_VALUE
				: this.times[index(this.next - this.calls)] + this.span;
	}

	/** Takes a slot, and gives the call's number. */
	long take(long at) {
		forget(at);
		if (this.next - this.oldest == this.calls) {
			this.oldest++;
		}
		if (this.next - this.oldest == this.times.length) {
			grow();
		}
		this.times[index(this.next)] = at;
		return this.next++;
	}

	/** Corrects when a call was sent: later than it took its slot. */
	void sent(long call, long at) {
		if (call >= this.oldest) {
			this.times[index(call)] = Math.max(this.times[index(call)], at);
		}
	}

	/** How many calls may be sent at a time, all at once. */
	long left(long at) {
		forget(at);
		return this.calls - (this.next - this.oldest);
	}

	private void forget(long at) {
		while (this.oldest < this.next && this.times[index(this.oldest)] + this.span <= at) {
			this.oldest++;
		}
	}

	private int index(long call) {
		return (int) (call & (this.times.length - 1));
	}

	private void grow() {
		long[] before = this.times;
		this.times = Arrays.copyOf(before, before.length * 2);
		for (long call = this.oldest; call < this.next; call++) {
			this.times[index(call)] = before[(int) (call & (before.length - 1))];
		}
	}

}
