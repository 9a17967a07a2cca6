package dev.tickmark.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps a lane's calls to their schedule, by the clock: one after the other, in the order
 * they came. A limiter that hands out times in advance, or counts periods by the clock,
 * lets those who were held up go together, and so more than the limit in the limit's own
 * window.
 */
final class Pace {

	/**
	 * After a refusal the lane goes at half its pace, and gains half of the loss back
	 * in...
	 */
	private static final Duration RECOVERY = Duration.ofSeconds(1);

	/** It goes so many times slower at the slowest, however often it was refused. */
	private static final double SLOWEST = 8;

	private final Schedule schedule;

	private final ReentrantLock turn = new ReentrantLock(true);

	/** On the clock of {@link System#nanoTime}. */
	private final long origin = System.nanoTime();

	/** How much slower than usual it goes, beyond one, at a time. */
	private double slower;

	private long slowerSince;

	Pace(List<Limit> limits, Duration guard) {
		this.schedule = new Schedule(limits, guard);
	}

	/**
	 * The time between two calls when the shortest window alone decides, guard included.
	 */
	Duration spacing() {
		return Duration.ofNanos(this.schedule.spacing());
	}

	/** Waits for the turn, at most so long; whoever has it must {@link #leave}. */
	boolean enter(long nanos) throws InterruptedException {
		return this.turn.tryLock(nanos, TimeUnit.NANOSECONDS);
	}

	void leave() {
		this.turn.unlock();
	}

	/** How many nanoseconds the next call must still wait; zero when none. */
	synchronized long remaining() {
		return Math.max(0, this.schedule.earliest() - now());
	}

	/** Counts a call that is sent now; whoever has the turn may. */
	synchronized Admission.Permit use() {
		long now = now();
		long call = this.schedule.take(now, 1 + slower(now));
		return () -> sent(call);
	}

	private synchronized void sent(long call) {
		this.schedule.sent(call, now());
	}

	/**
	 * Tells that the provider refused a call because there were too many: when it is open
	 * again, the lane comes back gently.
	 * @param pause how long it stays shut
	 */
	synchronized void refused(Duration pause) {
		long now = now();
		this.slower = Math.min(SLOWEST - 1, 2 * slower(now) + 1);
		this.slowerSince = now + pause.toNanos();
	}

	private double slower(long now) {
		double halves = Math.max(0, now - this.slowerSince) / (double) RECOVERY.toNanos();
		double left = this.slower * Math.pow(0.5, halves);
		return (left < 0.01) ? 0 : left;
	}

	/** Counts calls of before, the oldest first. */
	synchronized void remember(List<Instant> sent) {
		Instant now = Instant.now();
		long nanos = now();
		sent.forEach((at) -> this.schedule.take(nanos - Duration.between(at, now).toNanos(), 0));
	}

	/** What is left of every window, the shortest first. */
	synchronized List<Allowance> allowances() {
		long now = now();
		Instant instant = Instant.now();
		return this.schedule.windows().stream().map((window) -> allowance(window, now, instant)).toList();
	}

	private static Allowance allowance(Window window, long now, Instant instant) {
		return new Allowance(window.limit().calls(), window.limit().per(), window.left(now),
				instant.plusNanos(Math.max(now, window.earliest()) - now));
	}

	/** The window that keeps the next call waiting the longest. */
	synchronized Allowance tightest() {
		long now = now();
		Window window = this.schedule.latest();
		return allowance(window, now, Instant.now());
	}

	/**
	 * How long so many calls would take from now on, if each were sent when it may be.
	 */
	Duration forecast(long calls) {
		Schedule tried;
		long now;
		synchronized (this) {
			tried = this.schedule.copy();
			now = now();
		}
		return Duration.ofNanos(tried.takeAll(calls, now) - now);
	}

	private long now() {
		return System.nanoTime() - this.origin;
	}

}
