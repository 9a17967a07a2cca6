package dev.tickmark.verification;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.OwnerLocks;

/**
 * The connection by which this process owns lanes. With it they are lost, and all who use
 * them are stopped.
 */
final class Ownership implements AutoCloseable {

	private final OwnerLocks.Holder locks;

	private final OwnerWatch watch;

	private final Map<LaneUse, StopSignal> relying = new ConcurrentHashMap<>();

	private volatile boolean lost;

	Ownership(OwnerLocks.Holder locks) {
		this.locks = locks;
		this.watch = OwnerWatch.over(locks, this::stopAll);
	}

	/** Takes a lane if no other process has it. */
	boolean take(String lock) {
		return this.locks.take(lock);
	}

	void giveBack(String lock) {
		this.locks.giveBack(lock);
	}

	/** Who has a lane, in words; null when nobody does. */
	@Nullable String holder(String lock) {
		return this.locks.holder(lock);
	}

	boolean isAlive() {
		if (!this.lost && !this.locks.alive()) {
			stopAll();
		}
		return !this.lost;
	}

	/** It is to be stopped when the connection is lost. */
	void relies(LaneUse use, StopSignal stop) {
		this.relying.put(use, stop);
	}

	void reliesNoMore(LaneUse use) {
		this.relying.remove(use);
	}

	boolean isReliedOn() {
		return !this.relying.isEmpty();
	}

	private void stopAll() {
		this.lost = true;
		this.relying.values().forEach((stop) -> stop.request(OwnerWatch.LOST));
	}

	@Override
	public void close() {
		this.watch.close();
		this.locks.close();
	}

}
