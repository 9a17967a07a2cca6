package dev.tickmark.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

import dev.tickmark.payee.ProviderName;
import dev.tickmark.provider.Lane;
import dev.tickmark.provider.LaneRemark;
import dev.tickmark.provider.LaneView;

/** How far the reading back in a lane has come: one call each, as a rule. */
final class ReadingProgress implements LaneView {

	private final Lane lane;

	private final long total;

	private final AtomicLong done;

	private final AtomicLong calls = new AtomicLong();

	private volatile Instant moved = Instant.now();

	ReadingProgress(Lane lane, long total, long done) {
		this.lane = lane;
		this.total = total;
		this.done = new AtomicLong(done);
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
		return (open <= 0 || this.lane.fault() != null) ? Duration.ZERO : this.lane.forecast(open);
	}

	@Override
	public String remark() {
		return LaneRemark.of(this.lane);
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
