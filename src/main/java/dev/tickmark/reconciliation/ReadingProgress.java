package dev.tickmark.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

import dev.tickmark.payee.ProviderName;
import dev.tickmark.provider.Lane;
import dev.tickmark.provider.LaneRemark;
import dev.tickmark.provider.LaneView;
import dev.tickmark.provider.Party;
import dev.tickmark.verification.LaneUse;

/** How far the reading back in a lane has come: one call each, as a rule. */
final class ReadingProgress implements LaneView {

	private final Lane lane;

	private final Party party;

	private final long total;

	private final AtomicLong done;

	private final AtomicLong calls = new AtomicLong();

	private volatile Instant moved = Instant.now();

	ReadingProgress(LaneUse use, long total, long done) {
		this.lane = use.lane();
		this.party = use.party();
		this.total = total;
		this.done = new AtomicLong(done);
		this.party.expects(total - done);
	}

	@Override
	public ProviderName provider() {
		return this.lane.provider().name();
	}

	@Override
	public long total() {
		return this.total;
	}

	@Override
	public long asked() {
		return this.done.get();
	}

	@Override
	public long settled() {
		return this.done.get();
	}

	@Override
	public String standing() {
		return String.format(Locale.ROOT, "%,d/%,d read", settled(), total());
	}

	@Override
	public long calls() {
		return this.calls.get();
	}

	@Override
	public Duration left() {
		long open = this.total - this.done.get();
		this.party.expects(open);
		return (open <= 0 || this.lane.fault() != null) ? Duration.ZERO : this.lane.forecast(this.party.turns(open));
	}

	@Override
	public String remark() {
		return LaneRemark.of(this.lane, this.party);
	}

	/** When the last of them was read; when the lane was opened until then. */
	Instant moved() {
		return this.moved;
	}

	void called() {
		this.calls.incrementAndGet();
	}

	void read() {
		this.moved = Instant.now();
		this.done.incrementAndGet();
	}

}
