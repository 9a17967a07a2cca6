package dev.tickmark.night;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.tickmark.verification.StopSignal;

/** Tells all that waits or works in this process to come to its end. */
public final class Ending {

	private static final String WHY = "stopped by Ctrl-C or SIGTERM";

	private final CountDownLatch requested = new CountDownLatch(1);

	private final Set<StopSignal> running = ConcurrentHashMap.newKeySet();

	private final Set<Runnable> others = ConcurrentHashMap.newKeySet();

	private volatile boolean cut;

	/** Asks for the end; what was asked of providers still lands. */
	public void request() {
		this.requested.countDown();
		this.running.forEach((signal) -> signal.request(WHY));
		this.others.forEach(Runnable::run);
	}

	/** Does something else as well when the end is asked for, at once if it was. */
	public void also(Runnable other) {
		this.others.add(other);
		if (requested()) {
			other.run();
		}
	}

	/** Waits until the end is asked for. */
	public void await() {
		try {
			this.requested.await();
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			request();
		}
	}

	boolean requested() {
		return this.requested.getCount() == 0;
	}

	/**
	 * Waits, but not beyond the end.
	 * @return whether the time has passed and the end was not asked for
	 */
	boolean pass(Duration time) {
		try {
			return !this.requested.await(time.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** What stops a run that begins now. */
	StopSignal begin() {
		StopSignal signal = new StopSignal();
		this.running.add(signal);
		if (requested()) {
			signal.request(WHY);
		}
		return signal;
	}

	void end(StopSignal signal) {
		this.running.remove(signal);
	}

	/** Notes that a run was cut by it. */
	void cut() {
		this.cut = true;
	}

	/** Whether a run was cut by it. */
	boolean hasCut() {
		return this.cut;
	}

}
