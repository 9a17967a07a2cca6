package dev.tickmark.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.OwnerLocks;
import dev.tickmark.provider.Lane;

/**
 * The lanes that this process owns. Each is open once, for all sessions that need it at
 * the same time, and is given back when the last of them leaves it.
 */
@Component
public class OwnedLanes {

	private static final Duration LOOK = Duration.ofMillis(500);

	private static final Duration TELL_EVERY = Duration.ofSeconds(30);

	private final OwnerLocks locks;

	private final LaneMemory memory;

	/** By the names of their locks. */
	private final Map<String, OwnedLane> owned = new HashMap<>();

	/** There while anybody uses a lane, or waits for one. */
	private @Nullable Ownership ownership;

	private int users;

	OwnedLanes(OwnerLocks locks, LaneMemory memory) {
		this.locks = locks;
		this.memory = memory;
	}

	/** The lanes that this process uses at this moment. */
	public synchronized List<LaneNow> now() {
		return this.owned.values().stream().map(OwnedLane::now).toList();
	}

	/**
	 * Has a session use a lane. Waits until no other process uses it any more, or there
	 * is nothing to use it for.
	 * @param opened the lane as it would be for this session alone
	 */
	public LaneUse take(Lane opened, LaneUser user) throws InterruptedException {
		arrive();
		boolean taken = false;
		try {
			LaneUse use = await(opened, user);
			taken = true;
			return use;
		}
		finally {
			if (!taken) {
				undisturbed(() -> {
					depart(null);
					return true;
				});
			}
		}
	}

	private LaneUse await(Lane opened, LaneUser user) throws InterruptedException {
		Instant tell = Instant.MIN;
		while (true) {
			@Nullable LaneUse use = undisturbed(() -> attempt(opened, user));
			if (use != null) {
				return use;
			}
			if (user.over().getAsBoolean()) {
				// nothing will be sent through it
				return new LaneUse(opened, user.name(), () -> true, (_) -> depart(null));
			}
			if (tell.isBefore(Instant.now())) {
				user.waits().accept(opened.provider().name().value(), undisturbed(() -> holder(opened)));
				tell = Instant.now().plus(TELL_EVERY);
			}
			Thread.sleep(LOOK);
		}
	}

	private synchronized @Nullable LaneUse attempt(Lane opened, LaneUser user) {
		String lock = opened.lockName();
		OwnedLane there = this.owned.get(lock);
		if (there != null) {
			// of two with different settings, neither knows what the other sends; and who
			// still uses one that was lost is stopped first
			return (there.serves(opened, user.sandbox()) && there.isOwned())
					? there.join(opened, user, (use) -> leave(lock, use)) : null;
		}
		Ownership mine = ownership();
		if (!mine.take(lock)) {
			return null;
		}
		try {
			this.memory.remind(opened, user.sandbox());
		}
		catch (RuntimeException ex) {
			mine.giveBack(lock);
			throw ex;
		}
		OwnedLane lane = new OwnedLane(opened, user.sandbox(), mine);
		this.owned.put(lock, lane);
		return lane.join(opened, user, (use) -> leave(lock, use));
	}

	private synchronized String holder(Lane lane) {
		if (this.owned.containsKey(lane.lockName())) {
			return "another run of this process";
		}
		String holder = ownership().holder(lane.lockName());
		return (holder != null) ? holder : "another process";
	}

	private Ownership ownership() {
		Ownership mine = this.ownership;
		if (mine == null || !mine.isAlive()) {
			Ownership lost = mine;
			mine = new Ownership(this.locks.open());
			this.ownership = mine;
			close(lost);
		}
		return mine;
	}

	private void leave(String lock, LaneUse use) {
		undisturbed(() -> {
			depart(new Leaving(lock, use));
			return true;
		});
	}

	private synchronized void arrive() {
		this.users++;
	}

	private synchronized void depart(@Nullable Leaving leaving) {
		if (leaving != null) {
			OwnedLane lane = this.owned.get(leaving.lock());
			if (lane != null && lane.isLeftBy(leaving.use())) {
				this.owned.remove(leaving.lock());
				close(lane.ownership());
			}
		}
		this.users--;
		if (this.users == 0) {
			Ownership last = this.ownership;
			this.ownership = null;
			close(last);
		}
	}

	/** Closes one that nobody needs any more: its connection outlives its lanes. */
	private void close(@Nullable Ownership unneeded) {
		if (unneeded != null && unneeded != this.ownership && !unneeded.isReliedOn()) {
			unneeded.close();
		}
	}

	/**
	 * Does something with the connection that others rely on, too: on a virtual thread an
	 * interrupt would close it.
	 */
	private static <T extends @Nullable Object> T undisturbed(Supplier<T> work) {
		boolean interrupted = Thread.interrupted();
		try {
			return work.get();
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private record Leaving(String lock, LaneUse use) {

	}

}
