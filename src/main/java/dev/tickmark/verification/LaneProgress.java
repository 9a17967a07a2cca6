package dev.tickmark.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.CallKind;
import dev.tickmark.payee.Change;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.VerificationState;
import dev.tickmark.provider.Allowance;
import dev.tickmark.provider.Lane;
import dev.tickmark.provider.LaneRemark;
import dev.tickmark.provider.LaneView;
import dev.tickmark.provider.Party;

/** How far the asking in a lane has come. */
public final class LaneProgress implements LaneView {

	private final Lane lane;

	private final Party party;

	private final Usual usual;

	private final boolean deadline;

	private final Set<CallKind> countedKinds;

	private final AtomicLong total;

	private final long askedBefore;

	private final AtomicLong asked;

	private final AtomicLong settled;

	private final AtomicLong laidAside = new AtomicLong();

	private final AtomicLong calls = new AtomicLong();

	private final AtomicLong counted = new AtomicLong();

	private final Remaining remaining = new Remaining(this::forecast);

	/** When the last of them was asked for the first time, if that was here. */
	private volatile @Nullable Instant allAsked;

	/** What had happened to the lane before this run used it. */
	private final int pausesBefore;

	private final int outagesBefore;

	LaneProgress(LaneUse use, Usual usual, boolean deadline, long total, long asked, long settled) {
		Lane lane = use.lane();
		this.lane = lane;
		this.party = use.party();
		this.pausesBefore = lane.pauses();
		this.outagesBefore = lane.outages();
		this.deadline = deadline;
		this.usual = usual;
		this.countedKinds = lane.counted();
		this.total = new AtomicLong(total);
		this.askedBefore = asked;
		this.asked = new AtomicLong(asked);
		this.settled = new AtomicLong(settled);
	}

	@Override
	public ProviderName provider() {
		return this.lane.provider().name();
	}

	@Override
	public long total() {
		return this.total.get();
	}

	@Override
	public long asked() {
		return this.asked.get();
	}

	@Override
	public long settled() {
		return this.settled.get();
	}

	@Override
	public long calls() {
		return this.calls.get();
	}

	/**
	 * How long the lane still takes, by what a verification usually took and has taken in
	 * this run; zero when nothing is left to ask.
	 */
	@Override
	public Duration left() {
		return this.remaining.look();
	}

	private Duration forecast() {
		if (this.lane.fault() != null) {
			return Duration.ZERO;
		}
		long toAsk = Math.max(0, total() - this.asked.get());
		long here = this.asked.get() - this.askedBefore;
		long waiting = Math.max(0, this.asked.get() - this.settled.get() - this.laidAside.get());
		Usual now = this.usual.with(here, this.counted.get() + Math.min(here, waiting));
		LaneForecast forecast = LaneForecast.of(this.lane, this.party, now, toAsk, waiting, null);
		this.party.expects(forecast.calls());
		Instant since = this.allAsked;
		if (since != null && waiting > 0) {
			Duration slowest = this.usual.waiting().minus(Duration.between(since, Instant.now()));
			return (slowest.compareTo(forecast.time()) > 0) ? slowest : forecast.time();
		}
		// a run with a deadline waits for the next day's quota, one without does not
		return this.deadline ? forecast.time() : forecast.until();
	}

	@Override
	public String remark() {
		return LaneRemark.of(this.lane, this.party);
	}

	/** How often the provider asked this run, and whoever shares the lane, to wait. */
	public int pauses() {
		return this.lane.pauses() - this.pausesBefore;
	}

	/** How often the provider was found to be out of service. */
	public int outages() {
		return this.lane.outages() - this.outagesBefore;
	}

	/** More has come to the lane, which no other was able to check. */
	void more(int verifications) {
		if (verifications > 0) {
			this.total.addAndGet(verifications);
			this.allAsked = null;
		}
	}

	void called(CallKind kind) {
		this.calls.incrementAndGet();
		if (this.countedKinds.contains(kind)) {
			this.counted.incrementAndGet();
		}
	}

	void ended(boolean first, Change change) {
		if (first && this.asked.incrementAndGet() == total()) {
			this.allAsked = Instant.now();
		}
		if (change.state() == VerificationState.CONCLUDED) {
			this.settled.incrementAndGet();
		}
		else if (change.nextAttemptAt() == null) {
			// held, or a person's to act upon: nothing more happens to it in this pass
			this.laidAside.incrementAndGet();
		}
	}

}
