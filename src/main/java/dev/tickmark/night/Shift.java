package dev.tickmark.night;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * A piece of work on a job: a night, or what an earlier process has left of one.
 *
 * @param due the time that has come; null when only what was left is to be continued
 * @param began when the night was begun, maybe by an earlier process
 * @param now when this piece began
 * @param hours the time that there is
 * @param duty what holds for all of them
 */
record Shift(NightJob job, @Nullable Instant due, Instant began, Instant now, Hours hours, Duty duty) {

	/** The night that it belongs to, as a word for notices. */
	String night() {
		return ((this.due != null) ? this.due : this.now.truncatedTo(ChronoUnit.DAYS)).toString();
	}

	boolean ending() {
		return this.duty.ending().requested();
	}

	void says(String sentence) {
		this.duty.watcher().says(this.job.name(), sentence);
	}

}
