package dev.tickmark.verification;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.tickmark.provider.Allowance;
import dev.tickmark.provider.Lane;

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
	 * Makes the forecast.
	 * @param toAsk how many verifications were not asked yet
	 * @param waiting how many were asked and wait for another look
	 * @param left how long the run may still go on; null when it has no deadline
	 */
	static LaneForecast of(Lane lane, Usual usual, long toAsk, long waiting, @Nullable Duration left) {
		long calls = usual.callsFor(toAsk) + waiting;
		Duration time = time(lane, usual, toAsk, calls);
		if (left != null) {
			return (time.compareTo(left) <= 0) ? new LaneForecast(calls, time, calls, time)
					: new LaneForecast(calls, time, sentWithin(lane, calls, left), left);
		}
		long quota = lane.allowances()
			.stream()
			.filter((allowance) -> allowance.per().compareTo(Duration.ofDays(1)) >= 0)
			.mapToLong(Allowance::left)
			.min()
			.orElse(calls);
		return (calls <= quota) ? new LaneForecast(calls, time, calls, time)
				: new LaneForecast(calls, time, quota, time(lane, usual, toAsk, quota));
	}

	/** How many of so many rows the run would leave open. */
	long leftOf(long rows) {
		return (this.calls == 0) ? 0 : Math.ceilDiv(Math.multiplyExact(rows, this.calls - this.inTime), this.calls);
	}

	/**
	 * The lane's calls, one after the other as early as may be; or, when that is longer,
	 * the first question of each and what the slowest answer then waits for.
	 */
	private static Duration time(Lane lane, Usual usual, long toAsk, long calls) {
		if (calls == 0) {
			return Duration.ZERO;
		}
		Duration time = lane.forecast(calls);
		if (usual.waiting().isPositive()) {
			long first = Math.min(calls, (long) Math.ceil(toAsk * usual.first()));
			Duration slowest = lane.forecast(first).plus(usual.waiting());
			time = (slowest.compareTo(time) > 0) ? slowest : time;
		}
		return time.plus(usual.latency()).plus(lane.paused());
	}

	/** How many of so many calls can be sent in a time. */
	private static long sentWithin(Lane lane, long calls, Duration time) {
		long fits = 0;
		long tooMany = calls + 1;
		while (tooMany - fits > 1) {
			long middle = (fits + tooMany) >>> 1;
			if (lane.forecast(middle).compareTo(time) <= 0) {
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
