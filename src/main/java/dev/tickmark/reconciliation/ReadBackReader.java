package dev.tickmark.reconciliation;

import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.infrastructure.item.ItemReader;

import dev.tickmark.ledger.ReadBack;
import dev.tickmark.ledger.ReadBacks;

/**
 * Reads what is to be read back in one slice of a lane. What has no result yet is the
 * position: it saves none, and after a restart it finds what is left. Used by one thread.
 */
final class ReadBackReader implements ItemReader<ReadBack> {

	private final ReadBacks readBacks;

	private final ReconciliationSession session;

	private final ReadingLane lane;

	private final int slice;

	private final Deque<ReadBack> read = new ArrayDeque<>();

	private long last;

	ReadBackReader(ReadBacks readBacks, ReconciliationSession session, ReadingLane lane, int slice) {
		this.readBacks = readBacks;
		this.session = session;
		this.lane = lane;
		this.slice = slice;
	}

	@Override
	public @Nullable ReadBack read() {
		if (this.session.over(this.lane.lane()) || this.lane.lane().fault() != null) {
			return null;
		}
		if (this.read.isEmpty()) {
			this.read.addAll(this.readBacks.next(this.session.reconciliation().id(), this.lane.progress().provider(),
					ReadingLane.SLICES, this.slice, this.last, this.lane.chunk()));
		}
		ReadBack next = this.read.poll();
		if (next != null) {
			this.last = next.verification().id();
		}
		return next;
	}

}
