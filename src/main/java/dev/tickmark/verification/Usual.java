package dev.tickmark.verification;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import dev.tickmark.ledger.LatestCalls.Made;
import dev.tickmark.payee.CallKind;
import dev.tickmark.provider.Lane;

/**
 * What a verification of a lane usually takes.
 *
 * @param verifications from how many this is known; from none, when it is the least that
 * the provider's interface allows
 * @param calls how many calls that the lane's limits count, on average
 * @param first how many of them it takes before anything has to wait for an answer
 * @param latency how long a call takes on average
 * @param waiting how long the slowest of them waited between its calls
 */
record Usual(int verifications, double calls, double first, Duration latency, Duration waiting) {

	/** As many verifications of this run weigh as much as all of before. */
	private static final int LEAST_WEIGHT = 10;

	private static final int MOST_WEIGHT = 100;

	/** From the calls of some concluded verifications. */
	static Usual of(Lane lane, List<List<Made>> history, RecheckSettings recheck) {
		Set<CallKind> counted = lane.counted();
		double least = lane.provider().leastCalls();
		if (history.isEmpty()) {
			return new Usual(0, least, least, Duration.ZERO, Duration.ZERO);
		}
		long calls = history.stream().flatMap(List::stream).filter((made) -> counted.contains(made.kind())).count();
		double each = (double) calls / history.size();
		// what the interface demands is known for all kinds of calls together
		boolean all = counted.size() == CallKind.values().length;
		double latency = history.stream()
			.flatMap(List::stream)
			.mapToLong((made) -> made.took().toNanos())
			.average()
			.orElse(0);
		Duration waiting = history.stream()
			.map((conversation) -> waiting(conversation, recheck))
			.max(Duration::compareTo)
			.orElse(Duration.ZERO);
		return new Usual(history.size(), all ? Math.max(least, each) : each, Math.min(least, each),
				Duration.ofNanos((long) latency), waiting);
	}

	/**
	 * How long a verification waited to be looked at again. What was longer than the
	 * usual delay was a wait for the lane, or for the next run.
	 */
	private static Duration waiting(List<Made> calls, RecheckSettings recheck) {
		Duration waiting = Duration.ZERO;
		int looks = 0;
		for (int i = 1; i < calls.size(); i++) {
			Made before = calls.get(i - 1);
			Made call = calls.get(i);
			if (call.kind() == CallKind.STATUS || call.kind() == before.kind()) {
				Duration gap = Duration.between(before.answeredAt(), call.sentAt());
				Duration delay = recheck.delay(++looks);
				waiting = waiting.plus(gap.isNegative() ? Duration.ZERO : (gap.compareTo(delay) < 0) ? gap : delay);
			}
		}
		return waiting;
	}

	/**
	 * This, with what a run has needed so far.
	 * @param asked how many verifications it has asked
	 * @param needed how many calls these take, as far as that is known
	 */
	Usual with(long asked, long needed) {
		double weight = Math.clamp(this.verifications, LEAST_WEIGHT, MOST_WEIGHT);
		double each = (this.calls * weight + needed) / (weight + asked);
		return new Usual(this.verifications, each, Math.min(this.first, each), this.latency, this.waiting);
	}

	/** How many calls so many verifications take that were not asked yet. */
	long callsFor(long toAsk) {
		return (long) Math.ceil(toAsk * this.calls - 1e-6);
	}

}
