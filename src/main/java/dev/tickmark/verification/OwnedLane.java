package dev.tickmark.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Outcome;
import dev.tickmark.provider.Lane;

/** A lane that is this process's own, and who uses it. Not safe for concurrent use. */
final class OwnedLane {

	/**
	 * What stopped a lane stops those as well who join it no later. After that somebody
	 * may have mended it at the provider.
	 */
	private static final Duration STILL_TRUE = Duration.ofSeconds(5);

	private final boolean sandbox;

	private final Ownership ownership;

	private final Set<LaneUse> uses = new HashSet<>();

	private Lane lane;

	OwnedLane(Lane lane, boolean sandbox, Ownership ownership) {
		this.lane = lane;
		this.sandbox = sandbox;
		this.ownership = ownership;
	}

	/** Whether the same lane was opened for another session. */
	boolean serves(Lane opened, boolean forSandbox) {
		return this.sandbox == forSandbox && this.lane.isLike(opened);
	}

	/** Whether it is still this process's own. */
	boolean isOwned() {
		return this.ownership.isAlive();
	}

	/**
	 * Lets a session use it.
	 * @param opened the same lane, opened for that session: of use when this one was
	 * stopped
	 */
	LaneUse join(Lane opened, LaneUser user, Consumer<LaneUse> left) {
		if (this.lane.wasStoppedBefore(Instant.now().minus(STILL_TRUE))) {
			this.lane = opened.behind(this.lane);
		}
		LaneUse use = new LaneUse(this.lane, user.name(), this::isOwned, left);
		this.uses.add(use);
		this.ownership.relies(use, user.stop());
		return use;
	}

	/** The last one gives the lane back. */
	boolean isLeftBy(LaneUse use) {
		this.ownership.reliesNoMore(use);
		this.uses.remove(use);
		if (this.uses.isEmpty()) {
			this.ownership.giveBack(this.lane.lockName());
		}
		return this.uses.isEmpty();
	}

	LaneNow now() {
		Outcome.@Nullable LaneFault fault = this.lane.fault();
		return new LaneNow(this.lane.provider().name(), this.sandbox, this.uses.size(), this.lane.paused(),
				this.lane.outSince(), (fault != null) ? fault.finding().reason() : null);
	}

	Ownership ownership() {
		return this.ownership;
	}

}
