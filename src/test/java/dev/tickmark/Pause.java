package dev.tickmark;

import java.util.concurrent.locks.LockSupport;

/** The waits of who watches another process closely. */
final class Pause {

	private static final long LOOK_NANOS = 300_000;

	private Pause() {
	}

	/** Between two looks. */
	static void look() {
		LockSupport.parkNanos(LOOK_NANOS);
	}

	/** Until a moment of {@link System#nanoTime()}, to a fraction of a millisecond. */
	static void until(long moment) {
		long left = moment - System.nanoTime();
		while (left > 0) {
			LockSupport.parkNanos(left);
			left = moment - System.nanoTime();
		}
	}

}
