package dev.tickmark.verification;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import dev.tickmark.provider.Lane;
import dev.tickmark.provider.Party;

/** A session's part in a lane, until it is closed. */
public final class LaneUse implements AutoCloseable {

	private final Lane lane;

	private final Party party;

	private final BooleanSupplier owned;

	private final Consumer<LaneUse> left;

	/**
	 * Makes one.
	 * @param owned whether the lane is this process's own
	 * @param left told when it is closed
	 */
	LaneUse(Lane lane, String user, BooleanSupplier owned, Consumer<LaneUse> left) {
		this.lane = lane;
		this.party = lane.join(user);
		this.owned = owned;
		this.left = left;
	}

	public Lane lane() {
		return this.lane;
	}

	/** As which it is let into the lane. */
	public Party party() {
		return this.party;
	}

	boolean isOwned() {
		return this.owned.getAsBoolean();
	}

	@Override
	public void close() {
		this.lane.leave(this.party);
		this.left.accept(this);
	}

}
