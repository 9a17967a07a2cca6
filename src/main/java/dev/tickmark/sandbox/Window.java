package dev.tickmark.sandbox;

/** Counts calls in a strict sliding window. Not safe for concurrent use. */
final class Window {

	private final long[] admitted;

	private final long span;

	private int oldest;

	private int size;

	/**
	 * Makes an empty window.
	 * @param most the most calls within the window
	 * @param span the length of the window in nanoseconds
	 */
	Window(int most, long span) {
		this.admitted = new long[most];
		this.span = span;
	}

	/**
	 * Admits a call when there is room for it.
	 * @param now the time, never earlier than the one before
	 * @return 0 when admitted, otherwise the nanoseconds until there is room
	 */
	long admit(long now) {
		long wait = untilRoom(now);
		if (wait > 0) {
			return wait;
		}
		this.admitted[(this.oldest + this.size) % this.admitted.length] = now;
		this.size++;
		return 0;
	}

	/** How many nanoseconds it takes until there is room; 0 when there is. */
	long untilRoom(long now) {
		forget(now);
		return (this.size == this.admitted.length) ? this.admitted[this.oldest] + this.span - now : 0;
	}

	int size() {
		return this.size;
	}

	private void forget(long now) {
		while (this.size > 0 && now - this.admitted[this.oldest] >= this.span) {
			this.oldest = (this.oldest + 1) % this.admitted.length;
			this.size--;
		}
	}

}
