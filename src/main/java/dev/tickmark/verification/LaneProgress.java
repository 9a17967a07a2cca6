package dev.tickmark.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.VerificationState;
import dev.tickmark.provider.Allowance;
import dev.tickmark.provider.Lane;

/** How far a lane has come, for those who watch. */
public final class LaneProgress {

	private final Lane lane;

	private final long total;

	private final AtomicLong asked;

	private final AtomicLong settled;

	private final AtomicLong calls = new AtomicLong();

	LaneProgress(Lane lane, long total, long asked, long settled) {
		this.lane = lane;
		this.total = total;
		this.asked = new AtomicLong(asked);
		this.settled = new AtomicLong(settled);
	}

	public ProviderName provider() {
		return this.lane.provider().name();
	}

	/** The number of verifications of the lane. */
	public long total() {
		return this.total;
	}

	/** How many were asked at least once, in this pass or before. */
	public long asked() {
		return this.asked.get();
	}

	/** How many are concluded. */
	public long settled() {
		return this.settled.get();
	}

	/** The number of calls made by this process. */
	public long calls() {
		return this.calls.get();
	}

	/** A few words on what keeps the lane waiting; empty when nothing does. */
	public String remark() {
		if (this.lane.fault() != null) {
			return "stopped";
		}
		long seconds = this.lane.paused().toSeconds();
		if (this.lane.outSince() != null) {
			return "out of service" + ((seconds > 0) ? ", next try in " + seconds + " s" : "");
		}
		if (seconds > 0) {
			return "paused " + seconds + " s";
		}
		Allowance tightest = this.lane.tightest();
		long full = Duration.between(Instant.now(), tightest.next()).toSeconds();
		return (full > 0) ? tightest.limit() + " are used, next in " + full + " s" : "";
	}

	/** How often the provider asked this process to wait. */
	public int pauses() {
		return this.lane.pauses();
	}

	/** How often the provider was found to be out of service. */
	public int outages() {
		return this.lane.outages();
	}

	void called() {
		this.calls.incrementAndGet();
	}

	void ended(boolean first, VerificationState state) {
		if (first) {
			this.asked.incrementAndGet();
		}
		if (state == VerificationState.CONCLUDED) {
			this.settled.incrementAndGet();
		}
	}

}
