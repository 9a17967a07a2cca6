package dev.tickmark.night;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tickmark.verification.definition.Deadline;
import dev.tickmark.verification.definition.Schedule;

/**
 * The time that there is for what is due. All files of a night have the same, whichever
 * is asked about first.
 *
 * @param until when it is over; null when nothing says so
 * @param waits whether it is waited until then for what is due later
 */
record Hours(@Nullable Instant until, boolean waits) {

	/** A time that never comes again has this much for what is made up for. */
	private static final Duration DAY = Duration.ofDays(1);

	/**
	 * A time of day is that after the night was due, and a duration counts from when it
	 * was begun. Where that has passed, everything is asked all the same, but not waited
	 * for, and not beyond the next night.
	 * @param deadline that of the job, if it has one
	 * @param due when the night was due; null when none is, and something is done
	 * meanwhile
	 */
	static Hours of(Optional<Deadline> deadline, Schedule schedule, @Nullable Instant due, Instant began, Instant now) {
		if (deadline.isEmpty()) {
			return new Hours(null, false);
		}
		Instant next = next(schedule, now);
		Instant planned = deadline.get().from(((due != null) ? due : began).atZone(schedule.zone()), began);
		if (!planned.isAfter(now)) {
			return new Hours(next, false);
		}
		return new Hours((due == null && planned.isAfter(next)) ? next : planned, true);
	}

	/** When the next night is due, which this one does not keep from its work. */
	static Instant next(Schedule schedule, Instant now) {
		return schedule.next(now).orElseGet(() -> now.plus(DAY));
	}

	/** The same for a run. */
	@Nullable Deadline deadline() {
		return (this.until != null) ? Deadline.of(this.until) : null;
	}

}
