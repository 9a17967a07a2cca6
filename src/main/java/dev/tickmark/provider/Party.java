package dev.tickmark.provider;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Those of one session who want to be let into a lane. Between the parties of a lane
 * turns go round, however many wait in each.
 */
public final class Party {

	private static final long UNKNOWN = Long.MAX_VALUE;

	private final String name;

	private final Instant joinedAt = Instant.now();

	private final List<Party> all;

	private final BooleanSupplier stopped;

	/** How many calls it will still make. */
	private final AtomicLong expected = new AtomicLong(UNKNOWN);

	/**
	 * Makes one.
	 * @param all all parties of the lane, this one among them from now on
	 * @param stopped whether its lane is stopped by a fault
	 */
	Party(String name, List<Party> all, BooleanSupplier stopped) {
		this.name = name;
		this.all = all;
		this.stopped = stopped;
		all.add(this);
	}

	/** One that shares its lane with nobody. */
	static Party alone() {
		return new Party("alone", new CopyOnWriteArrayList<>(), () -> false);
	}

	/** Since when it is in the lane; the lane had its settings by then. */
	public Instant joinedAt() {
		return this.joinedAt;
	}

	/** Those with whom it shares the lane at this moment, by name. */
	public List<String> others() {
		return rivals().map((other) -> other.name).toList();
	}

	/** Says how many more calls it will make that the lane's limits count. */
	public void expects(long calls) {
		this.expected.set(calls);
	}

	/**
	 * How many calls the lane makes, at most, until this party has made so many of its
	 * own.
	 */
	public long turns(long calls) {
		return calls + rivals().mapToLong((other) -> Math.min(calls, other.expected.get())).sum();
	}

	void leave() {
		this.all.remove(this);
	}

	/** It has used a turn. */
	void took() {
		this.expected.updateAndGet((calls) -> (calls == UNKNOWN) ? UNKNOWN : Math.max(0, calls - 1));
	}

	boolean isAlone() {
		return this.all.size() <= 1;
	}

	/** Whether its lane is stopped by a fault. */
	boolean isStopped() {
		return this.stopped.getAsBoolean();
	}

	private Stream<Party> rivals() {
		return this.all.stream().filter((other) -> other != this && !other.isStopped());
	}

}
