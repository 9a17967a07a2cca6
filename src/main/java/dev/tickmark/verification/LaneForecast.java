package dev.tickmark.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongPredicate;

import org.jspecify.annotations.Nullable;

import dev.tickmark.provider.Allowance;
import dev.tickmark.provider.Lane;
import dev.tickmark.provider.Party;

/**
 * What a lane is expected to need from now on.
 *
 * @param calls how many calls that its limits count
 * @param time until the last of them is answered, however long the run may go on
 * @param inTime how many of them can be made before the run is over: at its deadline or,
 * without one, when the quota of a day is spent
 * @param until how long the lane is at work in the run
 */
record LaneForecast(long calls, Duration time, long inTime, Duration until) {

	/**
	 * Makes the forecast, as if those who share the lane now did so as long as they have
	 * calls to make.
	 * @param party who makes the calls
	 * @param toAsk how many verifications were not asked yet
	 * @param waiting how many were asked and wait for another look
	 * @param left how long the run may still go on; null when it has no deadline
	 */
	static LaneForecast of(Lane lane, Party party, Usual usual, long toAsk, long waiting, @Nullable Duration left) {
		long calls = usual.callsFor(toAsk) + waiting;
		Duration time = time(lane, party, usual, toAsk, calls);
		if (left != null) {
			return (time.compareTo(left) <= 0) ? new LaneForecast(calls, time, calls, time) : new LaneForecast(calls,
					time, most(calls, (some) -> lane.forecast(party.turns(some)).compareTo(left) <= 0), left);
		}
		long quota = lane.allowances()
			.stream()
			.filter((allowance) -> allowance.per().compareTo(Duration.ofDays(1)) >= 0)
			.mapToLong(Allowance::left)
			.min()
			.orElse(Long.MAX_VALUE);
		long inTime = most(calls, (some) -> party.turns(some) <= quota);
		return new LaneForecast(calls, time, inTime,
				(inTime == calls) ? time : time(lane, party, usual, toAsk, inTime));
	}

	/** How many of so many rows the run would leave open. */
	long leftOf(long rows) {
		return (this.calls == 0) ? 0 : Math.ceilDiv(Math.multiplyExact(rows, this.calls - this.inTime), this.calls);
	}

	/**
	 * The lane's calls, one after the other as early as may be; or, when that is longer,
	 * the first question of each and what the slowest answer then waits for.
	 */
	private static Duration time(Lane lane, Party party, Usual usual, long toAsk, long calls) {
		if (calls == 0) {
			return Duration.ZERO;
		}
		Duration time = lane.forecast(party.turns(calls));
		if (usual.waiting().isPositive()) {
			long first = Math.min(calls, (long) Math.ceil(toAsk * usual.first()));
			Duration slowest = lane.forecast(party.turns(first)).plus(usual.waiting());
			time = (slowest.compareTo(time) > 0) ? slowest : time;
		}
		return time.plus(usual.latency()).plus(lane.paused());
	}

	/** How many of so many calls are possible, where fewer always are when more are. */
	private static long most(long calls, LongPredicate possible) {
		if (possible.test(calls)) {
			return calls;
		}
		long fits = 0;
		long tooMany = calls;
		while (tooMany - fits > 1) {
			long middle = (fits + tooMany) >>> 1;
			if (possible.test(middle)) {
				fits = middle;
			}
			else {
				tooMany = middle;
			}
		}
		return fits;
	}

	/** How long it is until a deadline; null when there is none. */
	static @Nullable Duration until(@Nullable Instant deadline, Instant now) {
		if (deadline == null) {
			return null;
		}
		Duration left = Duration.between(now, deadline);
		return left.isNegative() ? Duration.ZERO : left;
	}

}
