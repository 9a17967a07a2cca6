package dev.tickmark.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How often somebody may guess. Who fails that often within a quarter of an hour waits,
 * and who fails again within an hour after a wait waits twice as long. While it waits,
 * nothing is tried, so nothing fails: a wait ends, whatever is done meanwhile.
 *
 * @param failures how many are too many
 */
record Throttle(int failures) {

	/** For one name: a person who has forgotten the password knows it by then. */
	static final Throttle NAME = new Throttle(5);

	/** For one address, behind which there may be a whole office. */
	static final Throttle ADDRESS = new Throttle(20);

	static final Duration WITHIN = Duration.ofMinutes(15);

	static final Duration AGAIN = Duration.ofHours(1);

	static final Duration FIRST_WAIT = Duration.ofMinutes(1);

	/** Longer ones would be a way to keep somebody else out. */
	static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

	/**
	 * Until when there is to be waited, at that moment.
	 * @param failed when it failed, the earliest first
	 */
	Optional<Instant> waitUntil(List<Instant> failed, Instant now) {
		Instant end = Instant.MIN;
		Duration wait = FIRST_WAIT;
		for (int i = 0; i < failed.size(); i++) {
			Instant at = failed.get(i);
			boolean again = !end.equals(Instant.MIN) && at.isBefore(end.plus(AGAIN));
			if (again || isTooMany(failed, i)) {
				wait = again ? longer(wait) : FIRST_WAIT;
				end = at.plus(wait);
			}
		}
		return now.isBefore(end) ? Optional.of(end) : Optional.empty();
	}

	/** Whether a failure is the last of too many. */
	private boolean isTooMany(List<Instant> failed, int index) {
		int first = index - this.failures + 1;
		return first >= 0 && failed.get(first).isAfter(failed.get(index).minus(WITHIN));
	}

	private static Duration longer(Duration wait) {
		Duration twice = wait.multipliedBy(2);
		return (twice.compareTo(LONGEST_WAIT) < 0) ? twice : LONGEST_WAIT;
	}

}
