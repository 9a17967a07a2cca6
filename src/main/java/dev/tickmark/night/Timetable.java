package dev.tickmark.night;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.tickmark.ledger.night.Standing;
import dev.tickmark.verification.definition.Schedule;

/** Says which time has come. */
final class Timetable {

	/** So much later nobody is about to begin any more. */
	private static final Duration LATE = Duration.ofMinutes(10);

	private Timetable() {
	}

	/**
	 * The time that is to be dealt with now: that of a night that was cut off, or else
	 * the first that came and was not dealt with. Those that came after it are made up
	 * for with it.
	 * @param present since when this process waits for the next time
	 */
	static Optional<Instant> due(Schedule schedule, Standing standing, Instant present, Instant now) {
		Instant begun = standing.begun();
		if (begun != null) {
			return Optional.of(begun);
		}
		boolean missedCounts = schedule.catchUp() || present.isBefore(standing.settled());
		return schedule.next(missedCounts ? standing.settled() : present).filter((due) -> !due.isAfter(now));
	}

	/**
	 * The first time at which nobody was there. Another process may be about to begin
	 * what has just come.
	 * @param present since when this process is there
	 */
	static Optional<Instant> missed(Schedule schedule, Standing standing, Instant present) {
		if (standing.begun() != null) {
			return Optional.empty();
		}
		return schedule.next(standing.settled()).filter((due) -> due.isBefore(present.minus(LATE)));
	}

}
