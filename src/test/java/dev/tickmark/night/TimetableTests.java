package dev.tickmark.night;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.springframework.scheduling.support.CronExpression;

import dev.tickmark.ledger.night.Standing;
import dev.tickmark.verification.definition.Schedule;

import static org.assertj.core.api.Assertions.assertThat;

class TimetableTests {

	private static final Instant SETTLED = Instant.parse("2026-11-20T01:30:04Z");

	private static final Instant FIRST_MISSED = Instant.parse("2026-11-21T01:30:00Z");

	private static final Instant PRESENT = Instant.parse("2026-11-22T08:00:00Z");

	private static final Instant NEXT = Instant.parse("2026-11-23T01:30:00Z");

	@Test
	void whatWasMissedIsMadeUpForOnceAndAtOnce() {
		assertThat(due(true, new Standing(SETTLED, null), PRESENT)).contains(FIRST_MISSED);
		// it was begun now, so what else was due until now is settled by it
		assertThat(due(true, new Standing(PRESENT, null), PRESENT)).isEmpty();
	}

	@Test
	void whatWasMissedIsSkippedWhereTheJobSaysSo() {
		assertThat(due(false, new Standing(SETTLED, null), PRESENT)).isEmpty();
	}

	@Test
	void theNextTimeComesEitherWayAndIsDealtWithOnce() {
		for (boolean catchUp : new boolean[] { true, false }) {
			Standing settled = new Standing(PRESENT, null);
			assertThat(due(catchUp, settled, NEXT.minusMillis(1))).isEmpty();
			assertThat(due(catchUp, settled, NEXT)).contains(NEXT);
			assertThat(due(catchUp, new Standing(NEXT, null), NEXT.plusSeconds(1))).isEmpty();
		}
	}

	@Test
	void aNightThatWasCutOffIsContinuedAlsoWhereMissedOnesAreSkipped() {
		for (boolean catchUp : new boolean[] { true, false }) {
			assertThat(due(catchUp, new Standing(SETTLED, FIRST_MISSED), PRESENT)).contains(FIRST_MISSED);
		}
	}

	@Test
	void aTimeIsMissedWhenNobodyCouldStillBeAboutToBegin() {
		Schedule schedule = new Schedule(CronExpression.parse("0 30 1 * * *"), ZoneOffset.UTC, true);
		Standing settled = new Standing(SETTLED, null);
		assertThat(Timetable.missed(schedule, settled, PRESENT)).contains(FIRST_MISSED);
		assertThat(Timetable.missed(schedule, settled, FIRST_MISSED.plusSeconds(30))).isEmpty();
		assertThat(Timetable.missed(schedule, new Standing(PRESENT, null), PRESENT)).isEmpty();
		assertThat(Timetable.missed(schedule, new Standing(SETTLED, FIRST_MISSED), PRESENT)).as("it was begun")
			.isEmpty();
	}

	private static Optional<Instant> due(boolean catchUp, Standing standing, Instant now) {
		Schedule schedule = new Schedule(CronExpression.parse("0 30 1 * * *"), ZoneOffset.UTC, catchUp);
		return Timetable.due(schedule, standing, PRESENT, now);
	}

}
