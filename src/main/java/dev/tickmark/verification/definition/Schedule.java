package dev.tickmark.verification.definition;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

import org.springframework.scheduling.support.CronExpression;

/**
 * When a job is done by itself.
 *
 * @param cron six fields, seconds first
 * @param zone whose clock that is
 * @param catchUp whether a time at which nobody was there is made up for
 */
public record Schedule(CronExpression cron, ZoneId zone, boolean catchUp) {

	/** The first time after a moment; none when it never comes again. */
	public Optional<Instant> next(Instant after) {
		return Optional.ofNullable(this.cron.next(after.atZone(this.zone))).map(ZonedDateTime::toInstant);
	}

}
