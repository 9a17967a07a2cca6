package dev.tickmark.provider.bank131;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Call;
import dev.tickmark.payee.CallKind;

/** When a check is looked at again. */
final class Cadence {

	/** A test system is done at once. */
	private static final Duration FIRST = Duration.ofSeconds(2);

	private static final Duration SHORTEST = Duration.ofMinutes(10);

	private static final Duration LONGEST = Duration.ofHours(1);

	private Cadence() {
	}

	/**
	 * Half of the time that it has taken so far, within bounds.
	 * @param call the call whose answer was pending
	 * @param since when the first answer was
	 */
	static Duration after(Call call, @Nullable Instant since) {
		Duration taken = (since != null) ? Duration.between(since, call.answeredAt()) : SHORTEST;
		if (call.kind() == CallKind.SUBMIT || taken.compareTo(FIRST) < 0) {
			return FIRST;
		}
		Duration half = taken.dividedBy(2);
		if (half.compareTo(SHORTEST) < 0) {
			return SHORTEST;
		}
		return (half.compareTo(LONGEST) > 0) ? LONGEST : half;
	}

}
