package dev.tickmark.provider;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Room for so many at once. When it is full, the parties that wait are let in by turns,
 * and those of one party in the order they came: who comes with few does not wait behind
 * a crowd.
 */
final class Places {

	/** Who waits, by party; the party whose turn is next comes first. */
	private final LinkedHashMap<Party, Queue<Waiting>> lines = new LinkedHashMap<>();

	private int size;

	/** Below zero when there are fewer places than before, and all are still taken. */
	private int free;

	Places(int size) {
		this.size = size;
		this.free = size;
	}

	synchronized int size() {
		return this.size;
	}

	/** When there are fewer, those who are in stay. */
	synchronized void resize(int newSize) {
		this.free += newSize - this.size;
		this.size = newSize;
		fill();
	}

	synchronized void growTo(int least) {
		if (least > this.size) {
			resize(least);
		}
	}

	/**
	 * Waits for a place, at most so long; whoever has it must {@link #leave}.
	 * @param pointless whether waiting is; asked now and then where others may keep the
	 * places for long
	 * @return whether there was one
	 */
	boolean enter(Party party, long nanos, BooleanSupplier pointless) throws InterruptedException {
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
		Waiting waiting = new Waiting(Thread.currentThread());
		if (entered(party, waiting)) {
			return true;
		}
		long end = System.nanoTime() + nanos;
		while (!waiting.letIn) {
			// alone, those who are in look for all
			boolean looks = waiting.first && !party.isAlone();
			long left = Math.max(0, end - System.nanoTime());
			boolean over = left == 0 || (looks && pointless.getAsBoolean());
			if (!over) {
				LockSupport.parkNanos(this, looks ? Math.min(left, Patience.LOOK_NANOS) : left);
			}
			boolean interrupted = Thread.interrupted();
			over |= interrupted;
			if (over && withdrawn(party, waiting)) {
				if (interrupted) {
					throw new InterruptedException();
				}
				return false;
			}
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
		return true;
	}

	synchronized void leave() {
		this.free++;
		fill();
	}

	private synchronized boolean entered(Party party, Waiting waiting) {
		// while one is free, nobody waits
		if (this.free > 0) {
			this.free--;
			return true;
		}
		Queue<Waiting> line = this.lines.computeIfAbsent(party, (_) -> new ArrayDeque<>());
		waiting.first = line.isEmpty();
		line.add(waiting);
		return false;
	}

	/** Gives up waiting, unless it was let in meanwhile. */
	private synchronized boolean withdrawn(Party party, Waiting waiting) {
		if (waiting.letIn) {
			return false;
		}
		Queue<Waiting> line = Objects.requireNonNull(this.lines.get(party));
		line.remove(waiting);
		if (line.isEmpty()) {
			this.lines.remove(party);
		}
		else {
			lead(party, line);
		}
		return true;
	}

	private void fill() {
		while (this.free > 0 && !this.lines.isEmpty()) {
			Map.Entry<Party, Queue<Waiting>> next = this.lines.pollFirstEntry();
			Queue<Waiting> line = next.getValue();
			Waiting waiting = line.remove();
			this.free--;
			waiting.letIn = true;
			LockSupport.unpark(waiting.thread);
			if (!line.isEmpty()) {
				this.lines.putLast(next.getKey(), line);
				lead(next.getKey(), line);
			}
		}
	}

	/** Whoever comes first now looks for those behind it. */
	private static void lead(Party party, Queue<Waiting> line) {
		Waiting first = line.element();
		if (!first.first) {
			first.first = true;
			if (!party.isAlone()) {
				LockSupport.unpark(first.thread);
			}
		}
	}

	private static final class Waiting {

		private final Thread thread;

		private volatile boolean first;

		private volatile boolean letIn;

		Waiting(Thread thread) {
			this.thread = thread;
		}

	}

}
